package org.handrail.signals;

import java.time.Duration;

/**
 * Evenly spaced samples as scaled integers: sample {@code i} was taken {@code i * spacing} after the frame's
 * {@code sampledAt} and is {@code ticks[i] * resolution} in the stream's unit. Integers keep what is stored bit for bit
 * what was sent.
 */
public record Series(Duration spacing, double resolution, IntList ticks) implements FrameContent {

    /** Stands where the device could not take a sample; {@code null} on the wire. */
    public static final int MISSING = Integer.MIN_VALUE;

    /** Most samples of one frame. */
    public static final int MAX_SAMPLES = 4_096;

    public Series {
        if (spacing.isNegative() || spacing.isZero() || spacing.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("The spacing of samples is more than zero and at most an hour");
        }
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("The resolution of samples is a number above zero");
        }
        if (ticks.size() == 0 || ticks.size() > MAX_SAMPLES) {
            throw new IllegalArgumentException("A series has 1 to " + MAX_SAMPLES + " samples");
        }
    }

    /** Rounds each value to the nearest multiple of the resolution; NaN becomes {@link #MISSING}. */
    public static Series of(Duration spacing, double resolution, double... values) {
        var ticks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ticks[i] = Double.isNaN(values[i]) ? MISSING : Math.toIntExact(Math.round(values[i] / resolution));
        }
        return new Series(spacing, resolution, IntList.of(ticks));
    }

    public int size() {
        return ticks.size();
    }

    /** The sample in the stream's unit, NaN where it is missing. */
    public double valueAt(int index) {
        int tick = ticks.at(index);
        return tick == MISSING ? Double.NaN : tick * resolution;
    }

    @Override
    public Duration span() {
        return Duration.ofNanos(Math.multiplyExact(spacing.toNanos(), (long) ticks.size()));
    }
}
