package org.handrail.analytics.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/**
 * Somebody seated, to measure with: 75 beats a minute that breathe (0.25 Hz) and sway (0.1 Hz), skin conductance at 4 Hz with
 * a response every quarter of a minute or so, motion at 4 Hz, skin temperature at 1 Hz. The same seed is the same wearer.
 *
 * <p>Goes on in time: each call continues where the last one ended.
 */
public final class InventedWearer {

    public static final int BEATS_A_MINUTE = 75;

    private static final Instant START = Instant.parse("2026-03-28T20:00:00Z");
    private static final int FRAME_MS = 10_000;
    private static final int SKIN_MS = 250;
    private static final double RISE_S = 0.75;
    private static final double DECAY_S = 5;

    private final DeviceId device = new DeviceId("dev-bench");
    private final SplittableRandom random;
    private long counter;
    private long nowMs;
    private long beatMs;
    private long responseMs;
    private double decaying;
    private double rising;

    public InventedWearer(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The next intervals between beats, in ms. */
    public int[] intervals(int count) {
        var intervals = new int[count];
        for (int i = 0; i < count; i++) {
            intervals[i] = interval();
        }
        return intervals;
    }

    /** The next minutes in frames of ten seconds, in order of time. */
    public List<SignalFrame> minutes(int count) {
        var frames = new ArrayList<SignalFrame>();
        for (int slot = 0; slot < count * 60_000 / FRAME_MS; slot++) {
            frames.add(beats(nowMs + FRAME_MS));
            frames.add(frame(StreamKind.SKIN_CONDUCTANCE, nowMs, series(SKIN_MS, 0.001, skin())));
            frames.add(frame(StreamKind.MOTION, nowMs, series(SKIN_MS, 0.0001, noise(40, 0.006, 0.001))));
            frames.add(frame(StreamKind.SKIN_TEMPERATURE, nowMs, series(1_000, 0.01, noise(10, 33, 0.05))));
            nowMs += FRAME_MS;
        }
        return frames;
    }

    private SignalFrame beats(long untilMs) {
        long fromMs = beatMs;
        var intervals = new ArrayList<Integer>();
        while (beatMs < untilMs) {
            intervals.add(interval());
        }
        int[] entries = intervals.stream().mapToInt(Integer::intValue).toArray();
        return frame(StreamKind.BEATS, fromMs, Beats.of(entries));
    }

    private int interval() {
        double seconds = beatMs / 1_000.0;
        double breath = 30 * Math.sin(2 * Math.PI * 0.25 * seconds);
        double sway = 25 * Math.sin(2 * Math.PI * 0.1 * seconds);
        int interval = (int) Math.round(60_000.0 / BEATS_A_MINUTE + breath + sway + 8 * random.nextGaussian());
        beatMs += interval;
        return interval;
    }

    /** A response is the difference of two decays; see Bateman's function. */
    private double[] skin() {
        var values = new double[FRAME_MS / SKIN_MS];
        for (int i = 0; i < values.length; i++) {
            long timeMs = nowMs + (long) i * SKIN_MS;
            if (timeMs >= responseMs) {
                double amplitude = random.nextDouble(0.2, 0.6);
                decaying += amplitude;
                rising += amplitude;
                responseMs = timeMs + random.nextLong(10_000, 20_000);
            }
            double level = 2 + 0.2 * Math.sin(2 * Math.PI * timeMs / 600_000);
            values[i] = level + decaying - rising + 0.002 * random.nextGaussian();
            decaying *= Math.exp(-SKIN_MS / 1_000.0 / DECAY_S);
            rising *= Math.exp(-SKIN_MS / 1_000.0 / RISE_S);
        }
        return values;
    }

    private double[] noise(int count, double mean, double spread) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(0, mean + spread * random.nextGaussian());
        }
        return values;
    }

    private static Series series(int spacingMs, double resolution, double[] values) {
        return Series.of(Duration.ofMillis(spacingMs), resolution, values);
    }

    private SignalFrame frame(StreamKind stream, long fromMs, FrameContent content) {
        return new SignalFrame(new FrameId(device, counter++), stream, START.plusMillis(fromMs), content);
    }
}
