package org.handrail.analytics.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Ten-second frames of a seated wearer who is at ease but for chosen minutes, in which heart rate and skin conductance rise.
 * Just enough for the laws of the detection; wearers that resemble people live in device-sim.
 */
public final class InventedEvening {

    public static final Instant START = Instant.parse("2026-03-28T20:00:00Z");

    private final SplittableRandom random;
    private final Instant start;
    private final DeviceId device = new DeviceId("dev-evening");
    private long counter;

    public InventedEvening(long seed) {
        this(seed, START);
    }

    /** At another time than usual. */
    public InventedEvening(long seed, Instant start) {
        this.random = new SplittableRandom(seed);
        this.start = start;
    }

    /** Frames in order of time; strained from minute {@code from} until before minute {@code to}. */
    public List<SignalFrame> minutes(int count, int from, int to) {
        var frames = new ArrayList<SignalFrame>();
        for (int slot = 0; slot < count * 6; slot++) {
            int minute = slot / 6;
            boolean strained = minute >= from && minute < to;
            var at = start.plusSeconds(slot * 10L);
            double rate = (strained ? 92 : 70) + random.nextGaussian();
            double skin = (strained ? 2.4 : 1.0) + 0.02 * random.nextGaussian();
            frames.add(series(StreamKind.HEART_RATE, at, 1_000, 0.01, 10, rate, 1));
            frames.add(series(StreamKind.SKIN_CONDUCTANCE, at, 250, 0.001, 40, skin, 0.005));
            frames.add(series(StreamKind.SKIN_TEMPERATURE, at, 1_000, 0.01, 10, 33, 0.05));
            frames.add(series(StreamKind.MOTION, at, 250, 0.0001, 40, 0.006, 0.001));
            frames.add(frame(StreamKind.BEATS, at, beats(rate)));
        }
        return frames;
    }

    /** The same evening of somebody whose hand moves for twenty seconds in every ten minutes, as it does awake. */
    public static List<SignalFrame> stirring(List<SignalFrame> frames) {
        return frames.stream()
                .map(frame -> frame.stream() == StreamKind.MOTION
                                && Math.floorMod(frame.sampledAt().getEpochSecond(), 600) < 20
                        ? moved(frame)
                        : frame)
                .toList();
    }

    private static SignalFrame moved(SignalFrame still) {
        var values = new double[40];
        Arrays.fill(values, 0.15);
        var content = Series.of(Duration.ofMillis(250), 0.0001, values);
        return new SignalFrame(still.id(), still.stream(), still.sampledAt(), content);
    }

    private FrameContent beats(double rate) {
        int rr = (int) (60_000 / rate);
        int first = 10_000 % rr == 0 ? rr : -(10_000 % rr);
        var entries = new ArrayList<Integer>();
        entries.add(first);
        for (int left = 10_000 - Math.abs(first); left > 0; left -= rr) {
            entries.add(rr);
        }
        return Beats.of(entries.stream().mapToInt(Integer::intValue).toArray());
    }

    private SignalFrame series(
            StreamKind stream, Instant at, int spacingMs, double resolution, int count, double mean, double spread) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(resolution, mean + spread * random.nextGaussian());
        }
        return frame(stream, at, Series.of(Duration.ofMillis(spacingMs), resolution, values));
    }

    public SignalFrame frame(StreamKind stream, Instant at, FrameContent content) {
        return new SignalFrame(new FrameId(device, counter++), stream, at, content);
    }
}
