package org.handrail.analytics.feature;

import java.util.Arrays;
import org.handrail.analytics.quality.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Skin conductance responses by trough to peak, carried from minute to minute, O(1) for each sample and causal. Samples are
 * smoothed by ¼ ½ ¼ (one sample of delay); a zig-zag with a hysteresis of 0.01 µS tells troughs and peaks; a response is a
 * rise of at least 0.05 µS that took 0.5 to 6 s. A longer rise counts by what it gained in its last 6 s. A pause in the
 * samples, or another rate, starts afresh. Definition: science/SPEC.md (b), {@code scr_stream}.
 *
 * <p>Not safe for sharing while it runs; {@link #over} works on a copy, so a track that is held never changes.
 */
public final class SkinTrack {

    private static final double HYSTERESIS = 0.01;
    private static final double LEAST_AMPLITUDE = 0.05;
    private static final double LEAST_RISE_S = 0.5;
    private static final double MOST_RISE_S = 6.0;
    private static final int MOST_RING = 64 * 6 + 1;

    /** The numbers that a track is made of, for storage. {@code ring} holds the last 6 s of smoothed samples. */
    public record Stored(
            double spacingMs,
            long lastMs,
            double last,
            double beforeLast,
            long count,
            boolean rising,
            double trough,
            long troughAt,
            double peak,
            long peakAt,
            double beforePeak,
            double[] ring) {}

    private double spacingMs;
    private long lastMs;
    private double last;
    private double beforeLast;
    private long count;
    private boolean rising;
    private double trough;
    private long troughAt;
    private double peak;
    private long peakAt;
    private double beforePeak;
    private double[] ring;

    private SkinTrack(Stored stored) {
        spacingMs = stored.spacingMs;
        lastMs = stored.lastMs;
        last = stored.last;
        beforeLast = stored.beforeLast;
        count = stored.count;
        rising = stored.rising;
        trough = stored.trough;
        troughAt = stored.troughAt;
        peak = stored.peak;
        peakAt = stored.peakAt;
        beforePeak = stored.beforePeak;
        ring = stored.ring.clone();
    }

    public static SkinTrack start() {
        return new SkinTrack(new Stored(0, 0, 0, 0, 0, false, 0, 0, 0, 0, 0, new double[0]));
    }

    public static SkinTrack of(Stored stored) {
        return new SkinTrack(stored);
    }

    public Stored stored() {
        return new Stored(
                spacingMs,
                lastMs,
                last,
                beforeLast,
                count,
                rising,
                trough,
                troughAt,
                peak,
                peakAt,
                beforePeak,
                ring.clone());
    }

    /** The track after some samples, and how many responses were confirmed in them. */
    public record Advance(SkinTrack next, int responses) {}

    /** Runs over one minute's samples. */
    public Advance over(Samples samples) {
        var next = new SkinTrack(stored());
        int responses = 0;
        for (int i = 0; i < samples.size(); i++) {
            long timeMs = samples.timesMs()[i];
            boolean follows = next.count > 0
                    && next.spacingMs == samples.spacingMs()
                    && timeMs - next.lastMs <= 2 * next.spacingMs;
            if (!follows) {
                next.startAt(samples.values()[i], samples.spacingMs());
            } else if (next.push(samples.values()[i])) {
                responses++;
            }
            next.lastMs = timeMs;
        }
        return new Advance(next, responses);
    }

    private void startAt(double value, double spacing) {
        spacingMs = spacing;
        ring = new double[Math.min(MOST_RING, samplesIn(MOST_RISE_S) + 1)];
        last = value;
        beforeLast = value;
        count = 1;
        rising = false;
        trough = value;
        troughAt = 0;
        peakAt = 0;
        peak = value;
        beforePeak = value;
        ring[0] = value;
    }

    private int samplesIn(double seconds) {
        return (int) (seconds * 1000 / spacingMs);
    }

    /** Takes the next raw sample, by which the one before it can be smoothed. */
    private boolean push(double raw) {
        long at = count - 1;
        double smoothed = at == 0 ? last : 0.25 * beforeLast + 0.5 * last + 0.25 * raw;
        beforeLast = last;
        last = raw;
        count++;
        if (at == 0) {
            return false;
        }
        int cut = ring.length - 1;
        double beforeRise = at >= cut ? ring[(int) ((at - cut) % ring.length)] : Double.NaN;
        ring[(int) (at % ring.length)] = smoothed;
        return rising ? climb(at, smoothed, beforeRise) : descend(at, smoothed, beforeRise);
    }

    private boolean descend(long at, double smoothed, double beforeRise) {
        if (smoothed < trough) {
            trough = smoothed;
            troughAt = at;
        } else if (smoothed - trough >= HYSTERESIS) {
            rising = true;
            reachPeak(at, smoothed, beforeRise);
        }
        return false;
    }

    private boolean climb(long at, double smoothed, double beforeRise) {
        if (smoothed > peak) {
            reachPeak(at, smoothed, beforeRise);
            return false;
        }
        if (peak - smoothed < HYSTERESIS) {
            return false;
        }
        double riseS = (peakAt - troughAt) * spacingMs / 1000;
        double from = riseS > MOST_RISE_S ? beforePeak : trough;
        rising = false;
        trough = smoothed;
        troughAt = at;
        return peak - from >= LEAST_AMPLITUDE && riseS >= LEAST_RISE_S;
    }

    private void reachPeak(long at, double smoothed, double beforeRise) {
        peak = smoothed;
        peakAt = at;
        beforePeak = beforeRise;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SkinTrack that && Arrays.equals(numbers(), that.numbers());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers());
    }

    private Object[] numbers() {
        return new Object[] {
            spacingMs,
            lastMs,
            last,
            beforeLast,
            count,
            rising,
            trough,
            troughAt,
            peak,
            peakAt,
            beforePeak,
            Arrays.hashCode(ring)
        };
    }
}
