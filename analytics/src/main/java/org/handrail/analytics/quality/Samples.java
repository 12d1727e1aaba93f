package org.handrail.analytics.quality;

import java.util.Arrays;

/**
 * Believable samples of one stream in one minute, in order of time.
 *
 * @param timesMs epoch milliseconds
 * @param values in the stream's unit; never NaN
 * @param spacingMs time between samples, by the last frame; 0 where there is none
 * @param coverage share of the minute that the samples cover, 0 to 1
 */
public record Samples(long[] timesMs, double[] values, double spacingMs, double coverage) {

    public static final Samples NONE = new Samples(new long[0], new double[0], 0, 0);

    public int size() {
        return values.length;
    }

    /** Mean of the values, NaN where there are none. */
    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
