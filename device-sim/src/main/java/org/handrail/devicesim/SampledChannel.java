package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.StreamKind;

/**
 * Evenly spaced samples of any number, as whole multiples of the resolution; {@link Series#MISSING} where there is none.
 * The resolution belongs to the channel because it belongs to the sensor: it is chosen so that the sensor's own decimals
 * survive exactly.
 */
public record SampledChannel(StreamKind stream, Instant start, Duration spacing, double resolution, IntList ticks)
        implements Channel {

    public SampledChannel {
        if (ticks.size() == 0) {
            throw new IllegalArgumentException("A channel has at least one sample");
        }
    }

    /** Rounds to the nearest multiple of the resolution; NaN becomes missing. */
    public static SampledChannel of(
            StreamKind stream, Instant start, Duration spacing, double resolution, double... values) {
        return new SampledChannel(stream, start, spacing, resolution, IntList.of(ticksOf(values, resolution)));
    }

    private static int[] ticksOf(double[] values, double resolution) {
        var ticks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ticks[i] = Double.isNaN(values[i]) ? Series.MISSING : Math.toIntExact(Math.round(values[i] / resolution));
        }
        return ticks;
    }

    /** The sample in the stream's unit, NaN where it is missing. */
    public double valueAt(int index) {
        int tick = ticks.at(index);
        return tick == Series.MISSING ? Double.NaN : tick * resolution;
    }

    @Override
    public Instant end() {
        return start.plusNanos(spacing.toNanos() * ticks.size());
    }

    @Override
    public SampledChannel shiftedBy(Duration shift) {
        return new SampledChannel(stream, start.plus(shift), spacing, resolution, ticks);
    }
}
