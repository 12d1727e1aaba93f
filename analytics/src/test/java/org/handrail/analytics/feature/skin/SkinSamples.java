package org.handrail.analytics.feature.skin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.quality.Samples;

/** Skin conductance at 4 Hz, as a minute's samples or run through a track minute by minute. */
final class SkinSamples {

    static final int MINUTE = 240;
    static final int SPACING_MS = 250;

    private SkinSamples() {}

    /** The samples from one index to another, as far as there are any; the first of all is at time 0. */
    static Samples of(double[] values, int from, int to) {
        int start = Math.min(from, values.length);
        int end = Math.min(to, values.length);
        var timesMs = new long[end - start];
        Arrays.setAll(timesMs, i -> (long) (start + i) * SPACING_MS);
        return new Samples(timesMs, Arrays.copyOfRange(values, start, end), SPACING_MS, 1);
    }

    /** The same without those that are NaN: they never came. */
    static Samples withoutNaN(Samples samples) {
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < samples.size(); i++) {
            if (!Double.isNaN(samples.values()[i])) {
                kept.add(i);
            }
        }
        return new Samples(
                kept.stream().mapToLong(i -> samples.timesMs()[i]).toArray(),
                kept.stream().mapToDouble(i -> samples.values()[i]).toArray(),
                SPACING_MS,
                1);
    }

    /** Whole minutes, each with the ten seconds that follow it; stored and read again after each. */
    static List<SkinMinute> minutes(ResponseSettings settings, double[] values) {
        var minutes = new ArrayList<SkinMinute>();
        var track = SkinTrack.start(settings);
        for (int from = 0; from + MINUTE <= values.length; from += MINUTE) {
            int to = from + MINUTE;
            var advance = track.over(
                    (long) from * SPACING_MS,
                    of(values, from, to),
                    of(values, to, to + 40),
                    Double.NaN,
                    OptionalLong.empty());
            track = SkinTrack.of(settings, advance.next().numbers());
            minutes.add(advance.minute());
        }
        return minutes;
    }

    /** An invented recording that never nears the limits: a drifting level, starts of all sizes, a little noise. */
    static double[] invented(Random random, int size) {
        var values = new double[size];
        double level = 2 + 6 * random.nextDouble();
        double started = 0;
        double risen = 0;
        for (int i = 0; i < size; i++) {
            level += 0.002 * random.nextGaussian() + 0.001 * (4 - level) * random.nextDouble();
            if (random.nextInt(50) == 0) {
                started += 0.8 * Math.pow(random.nextDouble(), 2);
            }
            double rise = 0.3 * started;
            started -= rise;
            risen = 0.93 * risen + rise;
            values[i] = level + risen + 0.002 * random.nextGaussian();
        }
        return values;
    }
}
