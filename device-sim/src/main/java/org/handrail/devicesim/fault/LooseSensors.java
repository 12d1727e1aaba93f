package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.handrail.signals.Beats;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * Sensors that do not sit well: bursts of motion in which they slip, minutes in which beats are missed, and a watch that
 * lies on a table. A minute and a sample have draws of their own, so nothing depends on how frames are cut.
 */
final class LooseSensors {

    private static final long MINUTE_MS = 60_000;
    private static final double ROOM_CELSIUS = 21.5;
    private static final double COOLS_WITHIN_S = 480;
    private static final double DRY_MICROSIEMENS = 0.02;
    private static final double STILL_G = 0.004;

    private LooseSensors() {}

    static SignalFrame missing(Fault.MissedBeats fault, TimeWindow span, Chance chance, SignalFrame frame) {
        if (!(frame.content() instanceof Beats beats) || fault.share() == 0) {
            return frame;
        }
        long length = Math.round(MINUTE_MS * fault.share());
        var gaps = minutes(frame, Duration.ZERO)
                .mapToObj(minute -> {
                    long rest = MINUTE_MS - length;
                    long from =
                            minute * MINUTE_MS + Math.round(chance.at(minute).nextDouble() * rest);
                    return new TimeWindow(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + length));
                })
                .toList();
        return SensorEdit.with(frame, SensorEdit.without(beats, frame.sampledAt(), within(gaps, span)));
    }

    static SignalFrame moving(Fault.MotionArtifacts fault, TimeWindow span, Chance chance, SignalFrame frame) {
        var bursts = within(bursts(fault, chance, frame), span);
        if (frame.content() instanceof Beats beats) {
            return SensorEdit.with(frame, SensorEdit.without(beats, frame.sampledAt(), bursts));
        }
        if (!(frame.content() instanceof Series series)) {
            return frame;
        }
        SensorEdit.Sample edit = (at, value) -> {
            double drawn = chance.at(~at.toEpochMilli()).nextDouble();
            return switch (frame.stream()) {
                case MOTION -> Math.max(value, 0.3 + 0.7 * drawn);
                case SKIN_CONDUCTANCE -> value * (0.3 + 1.4 * drawn);
                case HEART_RATE -> value + 30 * drawn;
                case SKIN_TEMPERATURE, STEPS, BEATS, SLEEP, SELF_REPORT, ANSWER, DEVICE_STATUS -> value;
            };
        };
        return SensorEdit.with(frame, SensorEdit.samples(series, frame.sampledAt(), bursts, edit));
    }

    private static List<TimeWindow> bursts(Fault.MotionArtifacts fault, Chance chance, SignalFrame frame) {
        var bursts = new ArrayList<TimeWindow>();
        minutes(frame, fault.lasting().multipliedBy(2)).forEach(minute -> {
            var random = chance.at(minute);
            if (random.nextDouble() < fault.perHour() / 60) {
                var from = Instant.ofEpochMilli(minute * MINUTE_MS + random.nextLong(MINUTE_MS));
                double length = fault.lasting().toMillis() * (0.5 + random.nextDouble());
                bursts.add(new TimeWindow(from, from.plusMillis(Math.round(length))));
            }
        });
        return bursts;
    }

    static SignalFrame onTheTable(TimeWindow span, SignalFrame frame) {
        var windows = List.of(span);
        if (frame.content() instanceof Beats beats) {
            return SensorEdit.with(frame, SensorEdit.without(beats, frame.sampledAt(), windows));
        }
        if (!(frame.content() instanceof Series series)) {
            return frame;
        }
        SensorEdit.Sample edit = (at, value) -> switch (frame.stream()) {
            case HEART_RATE -> Double.NaN;
            case SKIN_CONDUCTANCE -> Math.min(value, DRY_MICROSIEMENS);
            case SKIN_TEMPERATURE -> cooled(value, Duration.between(span.start(), at));
            case MOTION -> Math.min(value, STILL_G);
            case STEPS -> 0;
            case BEATS, SLEEP, SELF_REPORT, ANSWER, DEVICE_STATUS -> value;
        };
        return SensorEdit.with(frame, SensorEdit.samples(series, frame.sampledAt(), windows, edit));
    }

    private static double cooled(double celsius, Duration since) {
        double left = StrictMath.exp(-since.toMillis() / 1_000.0 / COOLS_WITHIN_S);
        return ROOM_CELSIUS + (celsius - ROOM_CELSIUS) * left;
    }

    private static List<TimeWindow> within(List<TimeWindow> windows, TimeWindow span) {
        return windows.stream()
                .filter(window -> window.overlaps(span))
                .map(window -> new TimeWindow(
                        window.start().isBefore(span.start()) ? span.start() : window.start(),
                        window.end().isAfter(span.end()) ? span.end() : window.end()))
                .toList();
    }

    /** The minutes, by their number since 1970, that the frame touches, and those so long before. */
    private static LongStream minutes(SignalFrame frame, Duration before) {
        return LongStream.rangeClosed(
                Math.floorDiv(frame.sampledAt().minus(before).toEpochMilli(), MINUTE_MS),
                Math.floorDiv(frame.endsAt().toEpochMilli(), MINUTE_MS));
    }
}
