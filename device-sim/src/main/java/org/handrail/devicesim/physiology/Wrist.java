package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.IntList;
import org.handrail.signals.StreamKind;

/** The sensors: minutes of a worn device as channels. */
final class Wrist {

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

    /** Channels over these minutes, which follow one another; none for none. */
    List<Channel> channels(List<Long> minutes) {
        if (minutes.isEmpty()) {
            return List.of();
        }
        Instant start = Instant.ofEpochSecond(minutes.get(0) * 60);
        return List.of(
                new BeatChannel(start, entries(minutes)),
                sampled(StreamKind.HEART_RATE, start, Duration.ofSeconds(1), 0.01, minutes, this::shownRate),
                sampled(StreamKind.SKIN_CONDUCTANCE, start, QUARTER_SECOND, 0.001, minutes, conductance::microsiemens),
                sampled(StreamKind.SKIN_TEMPERATURE, start, QUARTER_SECOND, 0.01, minutes, temperature::celsius),
                sampled(StreamKind.MOTION, start, QUARTER_SECOND, 0.0001, minutes, motion::deviationG),
                sampled(StreamKind.STEPS, start, Duration.ofMinutes(1), 1, minutes, this::stepsOf));
    }

    private IntList entries(List<Long> minutes) {
        var entries = new ArrayList<Integer>();
        minutes.forEach(minute -> entries.addAll(loss.entries(minute, beats.intervalsMs(minute))));
        return IntList.of(entries.stream().mapToInt(Integer::intValue).toArray());
    }

    private double[] stepsOf(long minute) {
        return new double[] {steps.count(minute)};
    }

    private double[] shownRate(long minute) {
        double[] rates = heartRate.perSecond(minute);
        var random = draws.at(Draws.Purpose.HEART_RATE_DISPLAY, minute);
        for (int i = 0; i < rates.length; i++) {
            rates[i] += DISPLAY_NOISE * Draws.gaussian(random);
        }
        return rates;
    }

    private static SampledChannel sampled(
            StreamKind stream,
            Instant start,
            Duration spacing,
            double resolution,
            List<Long> minutes,
            LongFunction<double[]> minuteOf) {
        double[] first = minuteOf.apply(minutes.get(0));
        var values = new double[first.length * minutes.size()];
        for (int i = 0; i < minutes.size(); i++) {
            double[] minute = i == 0 ? first : minuteOf.apply(minutes.get(i));
            System.arraycopy(minute, 0, values, i * first.length, first.length);
        }
        return SampledChannel.of(stream, start, spacing, resolution, values);
    }
}
