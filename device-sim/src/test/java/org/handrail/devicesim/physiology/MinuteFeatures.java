package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/**
 * What a minute of channels looks like, real or simulated: the same simple measures for both. A measuring stick for this
 * module's tests only; it decides nothing.
 */
record MinuteFeatures(
        double heartRate,
        double conductance,
        double slope,
        double responses,
        double motion,
        double motion90,
        double covered,
        double rmssd,
        double temperature) {

    static List<MinuteFeatures> of(List<Channel> channels, TimeWindow window) {
        var minutes = new ArrayList<MinuteFeatures>();
        Instant start = window.start();
        while (!start.plusSeconds(60).isAfter(window.end())) {
            of(channels, start).ifPresent(minutes::add);
            start = start.plusSeconds(60);
        }
        return minutes;
    }

    private static Optional<MinuteFeatures> of(List<Channel> channels, Instant start) {
        double[] rates = samples(channels, StreamKind.HEART_RATE, start);
        double[] skin = samples(channels, StreamKind.SKIN_CONDUCTANCE, start);
        double[] motion = samples(channels, StreamKind.MOTION, start);
        if (rates.length < 30 || skin.length < 240 || motion.length < 240) {
            return Optional.empty();
        }
        var beats = beats(channels, start);
        return Optional.of(new MinuteFeatures(
                Arrays.stream(rates).average().orElseThrow(),
                quantile(skin, 0.5),
                slopePerMinute(skin),
                responses(skin),
                quantile(motion, 0.5),
                quantile(motion, 0.9),
                beats.stream().mapToInt(beat -> beat[1]).sum() / 60_000.0,
                rmssd(beats),
                quantile(samples(channels, StreamKind.SKIN_TEMPERATURE, start), 0.5)));
    }

    static double quantile(double[] values, double share) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round((sorted.length - 1) * share)];
    }

    private static double[] samples(List<Channel> channels, StreamKind stream, Instant start) {
        for (Channel channel : channels) {
            if (channel instanceof SampledChannel sampled && sampled.stream() == stream) {
                long from = -Math.floorDiv(
                        -Duration.between(sampled.start(), start).toMillis(),
                        sampled.spacing().toMillis());
                long to = from + 60_000 / sampled.spacing().toMillis();
                return java.util.stream.LongStream.range(
                                Math.max(0, from), Math.min(sampled.ticks().size(), Math.max(0, to)))
                        .mapToDouble(index -> sampled.valueAt((int) index))
                        .toArray();
            }
        }
        return new double[0];
    }

    /** Beats that came in the minute: end in ms, interval in ms. */
    private static List<int[]> beats(List<Channel> channels, Instant start) {
        var beats = new ArrayList<int[]>();
        for (Channel channel : channels) {
            if (channel instanceof BeatChannel all) {
                long at = Duration.between(start, all.start()).toMillis();
                for (int entry : all.entries().toArray()) {
                    at += Math.abs(entry);
                    if (entry > 0 && at > 0 && at <= 60_000) {
                        beats.add(new int[] {(int) at, entry});
                    }
                }
            }
        }
        return beats;
    }

    /** Over neighbours that both came, at least 15 pairs, none a fifth apart; NaN otherwise. */
    static double rmssd(List<int[]> beats) {
        double squares = 0;
        int pairs = 0;
        for (int i = 1; i < beats.size(); i++) {
            int[] beat = beats.get(i);
            int[] before = beats.get(i - 1);
            boolean adjacent = beat[0] - beat[1] == before[0];
            if (adjacent && Math.abs(beat[1] - before[1]) < 0.2 * before[1]) {
                squares += Math.pow(beat[1] - before[1], 2);
                pairs++;
            }
        }
        return pairs < 15 ? Double.NaN : Math.sqrt(squares / pairs);
    }

    private static double slopePerMinute(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            above += (i - middle) * (values[i] - mean);
            below += (i - middle) * (i - middle);
        }
        return above / below * 240;
    }

    /** Rises of at least 0.05 µS in half a second to six, told by a zig-zag with 0.01 µS of hysteresis. */
    private static int responses(double[] raw) {
        int count = 0;
        boolean rising = true;
        double trough = raw[0];
        double extreme = raw[0];
        int troughAt = 0;
        int extremeAt = 0;
        for (int i = 0; i < raw.length; i++) {
            double value = (raw[Math.max(0, i - 1)] + 2 * raw[i] + raw[Math.min(raw.length - 1, i + 1)]) / 4;
            if (rising ? value > extreme : value < extreme) {
                extreme = value;
                extremeAt = i;
            } else if (rising && value < extreme - 0.01) {
                double seconds = (extremeAt - troughAt) / 4.0;
                count += extreme - trough >= 0.05 && seconds >= 0.5 && seconds <= 6 ? 1 : 0;
                rising = false;
                extreme = value;
            } else if (!rising && value > extreme + 0.01) {
                rising = true;
                trough = extreme;
                troughAt = extremeAt;
                extreme = value;
                extremeAt = i;
            }
        }
        return count;
    }
}
