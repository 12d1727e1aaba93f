package org.handrail.ingest.admission;

import java.time.Duration;
import org.handrail.signals.Beats;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/**
 * Whether a frame can come from a wrist. Sensors slip, and a sample out of range is excluded by the analysis; losing the
 * whole frame for it would lose the good samples beside it. So a frame is implausible only when more than half of the
 * samples that are present lie outside the range of its stream: then it is more likely another unit, or another sensor,
 * than an artifact. Missing samples and gaps between beats count neither way, and a frame of nothing else is plausible: it
 * says that there was nothing to measure.
 *
 * <p>The ranges, ends included: heart rate 20 to 250 per minute, beat intervals 200 to 3,000 ms, skin conductance 0 to
 * 100 µS, skin temperature 5 to 50 °C, motion 0 to 20 g, steps 0 to 500 for each minute that a sample spans or begins. What the mentee says and what the device
 * says of itself was checked by the codec.
 */
final class Plausibility {

    private static final long MINUTE_NS = Duration.ofMinutes(1).toNanos();

    private record Range(double least, double most) {
        /** One for a value within, one against a value outside. */
        int vote(double value) {
            return value >= least && value <= most ? 1 : -1;
        }
    }

    private Plausibility() {}

    static boolean isPlausible(SignalFrame frame) {
        if (frame.content() instanceof Series series) {
            var range = frame.stream() == StreamKind.STEPS ? stepsIn(series.spacing()) : rangeOf(frame.stream());
            int balance = 0;
            for (int i = 0; i < series.size(); i++) {
                double value = series.valueAt(i);
                balance += Double.isNaN(value) ? 0 : range.vote(value);
            }
            return balance >= 0;
        }
        if (frame.content() instanceof Beats beats) {
            var range = rangeOf(frame.stream());
            int balance = 0;
            for (int i = 0; i < beats.entries().size(); i++) {
                int entry = beats.entries().at(i);
                balance += entry > 0 ? range.vote(entry) : 0;
            }
            return balance >= 0;
        }
        return true;
    }

    /** Counts add up over the span of a sample, so what it can hold grows with it. */
    private static Range stepsIn(Duration span) {
        long minutesBegun = (span.toNanos() + MINUTE_NS - 1) / MINUTE_NS;
        return new Range(0, 500.0 * minutesBegun);
    }

    private static Range rangeOf(StreamKind stream) {
        return switch (stream) {
            case BEATS -> new Range(200, 3_000);
            case HEART_RATE -> new Range(20, 250);
            case SKIN_CONDUCTANCE -> new Range(0, 100);
            case SKIN_TEMPERATURE -> new Range(5, 50);
            case MOTION -> new Range(0, 20);
            case STEPS, SLEEP, SELF_REPORT, ANSWER, DEVICE_STATUS ->
                throw new IllegalArgumentException("Samples of " + stream.topicName() + " have no range of their own");
        };
    }
}
