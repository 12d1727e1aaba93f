package org.handrail.analytics.quality;

/**
 * Samples of one stream in order of time.
 *
 * @param timesMs epoch milliseconds; the array may be longer than {@code size}
 * @param values in the stream's unit; the array may be longer than {@code size}
 * @param spacingMs time between samples, by the last frame; 0 where there is none
 * @param coverage share of the minute that the samples cover, 0 to 1
 */
public record Samples(long[] timesMs, double[] values, int size, double spacingMs, double coverage) {

    public static final Samples NONE = new Samples(new long[0], new double[0], 0, 0);

    public Samples(long[] timesMs, double[] values, double spacingMs, double coverage) {
        this(timesMs, values, values.length, spacingMs, coverage);
    }

    /** Mean of the values, NaN where there are none. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum / size;
    }
}
