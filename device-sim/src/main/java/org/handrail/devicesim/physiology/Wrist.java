package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.IntList;
import org.handrail.signals.StreamKind;

/** The sensors: minutes of a worn device as channels. */
final class Wrist {

    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration QUARTER_SECOND = Duration.ofMillis(250);
    private static final double DISPLAY_NOISE = 0.2;

    private final HeartRate heartRate;
    private final BeatTrain beats;
    private final BeatLoss loss;
    private final SkinConductance conductance;
    private final SkinTemperature temperature;
    private final Motion motion;
    private final Steps steps;
    private final Draws draws;

    Wrist(
            HeartRate heartRate,
            BeatTrain beats,
            BeatLoss loss,
            SkinConductance conductance,
            SkinTemperature temperature,
            Motion motion,
            Steps steps,
            Draws draws) {
        this.heartRate = heartRate;
        this.beats = beats;
        this.loss = loss;
        this.conductance = conductance;
        this.temperature = temperature;
        this.motion = motion;
        this.steps = steps;
        this.draws = draws;
    }

    /** Channels over the minutes from one to another, the latter excluded; none for none. */
    List<Channel> channels(long from, long to) {
        if (from == to) {
            return List.of();
        }
        Instant start = Instant.ofEpochSecond(from * 60);
        int minutes = Math.toIntExact(to - from);
        return List.of(
                new BeatChannel(start, entries(from, minutes)),
                sampled(StreamKind.HEART_RATE, start, ONE_SECOND, 0.01, minutes, this::shownRate),
                sampled(StreamKind.SKIN_CONDUCTANCE, start, QUARTER_SECOND, 0.001, minutes, conductance::microsiemens),
                sampled(StreamKind.SKIN_TEMPERATURE, start, QUARTER_SECOND, 0.01, minutes, temperature::celsius),
                sampled(StreamKind.MOTION, start, QUARTER_SECOND, 0.0001, minutes, motion::deviationG),
                sampled(StreamKind.STEPS, start, ONE_MINUTE, 1, minutes, this::stepsOf));
    }

    private IntList entries(long from, int minutes) {
        var parts = new int[minutes][];
        int count = 0;
        for (int i = 0; i < minutes; i++) {
            parts[i] = loss.entries(from + i, beats.intervalsMs(from + i));
            count += parts[i].length;
        }
        var entries = new int[count];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, entries, at, part.length);
            at += part.length;
        }
        return IntList.of(entries);
    }

    private double[] stepsOf(long minute) {
        return new double[] {steps.count(minute)};
    }

    private double[] shownRate(long minute) {
        double[] rates = heartRate.perSecond(minute);
        var random = draws.at(Draws.Purpose.HEART_RATE_DISPLAY, minute);
        for (int i = 0; i < rates.length; i++) {
            rates[i] += DISPLAY_NOISE * Quantiles.NORMAL.draw(random);
        }
        return rates;
    }

    private static SampledChannel sampled(
            StreamKind stream,
            Instant start,
            Duration spacing,
            double resolution,
            int minutes,
            LongFunction<double[]> minuteOf) {
        long from = start.getEpochSecond() / 60;
        double[] first = minuteOf.apply(from);
        double[] values = Arrays.copyOf(first, first.length * minutes);
        for (int i = 1; i < minutes; i++) {
            System.arraycopy(minuteOf.apply(from + i), 0, values, i * first.length, first.length);
        }
        return SampledChannel.of(stream, start, spacing, resolution, values);
    }
}
