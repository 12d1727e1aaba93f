package org.handrail.analytics.feature;

import org.handrail.analytics.quality.Samples;

/**
 * How much the wrist moved in one minute.
 *
 * @param mean of the motion stream, g; NaN without a sample
 * @param coverage share of the minute, 0 to 1
 * @param tenSeconds mean of each ten seconds, g; NaN where there is none
 */
public record Movement(double mean, double coverage, double[] tenSeconds) {

    private static final int WINDOWS = 6;
    private static final int WINDOW_MS = 10_000;

    /** More movement than this shakes an optical sensor, g. */
    private static final double UNMOVED_BELOW = 0.03;

    private static final double LEAST_COVERAGE = 0.5;

    static Movement of(long startMs, Samples motion) {
        var sums = new double[WINDOWS];
        var counts = new int[WINDOWS];
        long[] times = motion.timesMs();
        double[] values = motion.values();
        for (int i = 0; i < motion.size(); i++) {
            int window = (int) (times[i] - startMs) / WINDOW_MS;
            sums[window] += values[i];
            counts[window]++;
        }
        double sum = 0;
        for (int window = 0; window < WINDOWS; window++) {
            sum += sums[window];
            sums[window] /= counts[window];
        }
        return new Movement(sum / motion.size(), motion.coverage(), sums);
    }

    /** Whether the wrist is known to have lain so still that the heart sensor could see. */
    boolean isStill() {
        return coverage >= LEAST_COVERAGE && !hasMovedBeyond(UNMOVED_BELOW);
    }

    private boolean hasMovedBeyond(double most) {
        for (double movement : tenSeconds) {
            if (movement > most) {
                return true;
            }
        }
        return false;
    }
}
