package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.StreamKind;

/**
 * How each recorded stream is written down. The resolutions keep the wristband's own decimals exact: two for heart rate and
 * temperature, six for skin conductance (so up to 2,147 µS fit). Motion is computed, and one decimal finer than anything
 * that the wrist's noise lets one tell.
 *
 * <p>A value that no wrist has, such as a temperature outside 20 to 42 °C, becomes a missing one.
 */
final class RecordedStreams {

    static final Duration QUARTER_SECOND = Duration.ofMillis(250);

    private static final double COLDEST_SKIN = 20;
    private static final double WARMEST_SKIN = 42;
    private static final double MOST_CONDUCTANCE = 2_000;

    private RecordedStreams() {}

    static SampledChannel heartRate(Instant start, double... perMinute) {
        return SampledChannel.of(StreamKind.HEART_RATE, start, Duration.ofSeconds(1), 0.01, within(0, 500, perMinute));
    }

    static SampledChannel skinConductance(Instant start, double... microsiemens) {
        return SampledChannel.of(
                StreamKind.SKIN_CONDUCTANCE,
                start,
                QUARTER_SECOND,
                0.000001,
                within(0, MOST_CONDUCTANCE, microsiemens));
    }

    static SampledChannel skinTemperature(Instant start, double... celsius) {
        return SampledChannel.of(
                StreamKind.SKIN_TEMPERATURE, start, QUARTER_SECOND, 0.01, within(COLDEST_SKIN, WARMEST_SKIN, celsius));
    }

    static SampledChannel motion(Instant start, double... g) {
        return SampledChannel.of(StreamKind.MOTION, start, QUARTER_SECOND, 0.0001, within(0, 100, g));
    }

    private static double[] within(double least, double most, double... values) {
        return Arrays.stream(values)
                .map(value -> value >= least && value <= most ? value : Double.NaN)
                .toArray();
    }
}
