package org.handrail.analytics.feature.heart;

/**
 * What Lipponen and Tarvainen look at, for each peak: the interval that ends there and how far it is from its surroundings.
 * Intervals in seconds; deviations without unit, as multiples of their own changing threshold.
 *
 * @param interval to the peak before; for the first peak the mean of all
 * @param threshold of the differences: 5.2 × quartile deviation of |difference| in the 91 around, s
 * @param difference to the interval before, by its threshold
 * @param median of the 11 intervals around, s
 * @param medianThreshold the same as {@code threshold}, of the deviations from the median, s
 * @param deviation of the interval from that median, doubled where it is short, by its threshold
 * @param neighbour the difference next to this one that is further off in the same sense (S12)
 * @param opposite of the two differences that follow, the one less far off in the opposite sense (S22)
 */
record IntervalTrace(
        double[] interval,
        double[] threshold,
        double[] difference,
        double[] median,
        double[] medianThreshold,
        double[] deviation,
        double[] neighbour,
        double[] opposite) {

    private static final double ALPHA = 5.2;
    private static final int HALF_WINDOW = 91 / 2;
    private static final int HALF_MEDIAN = 11 / 2;

    /** Of at least four peaks, ascending. */
    static IntervalTrace of(int[] peaksMs) {
        int size = peaksMs.length;
        var interval = new double[size];
        for (int i = 1; i < size; i++) {
            interval[i] = (peaksMs[i] - peaksMs[i - 1]) / 1000.0;
        }
        interval[0] = (double) (peaksMs[size - 1] - peaksMs[0]) / (size - 1) / 1000;
        var difference = new double[size];
        for (int i = 1; i < size; i++) {
            difference[i] = interval[i] - interval[i - 1];
        }
        difference[0] = (interval[size - 1] - interval[0]) / (size - 1);
        double[] threshold = threshold(difference);
        divide(difference, threshold);

        var median = new double[size];
        var deviation = new double[size];
        var around = new SlidingWindow(interval, HALF_MEDIAN);
        for (int i = 0; i < size; i++) {
            median[i] = around.median();
            double off = interval[i] - median[i];
            deviation[i] = off < 0 ? 2 * off : off;
            around.slide();
        }
        double[] medianThreshold = threshold(deviation);
        divide(deviation, medianThreshold);

        var neighbour = new double[size];
        var opposite = new double[size];
        for (int i = 0; i < size; i++) {
            double here = difference[i];
            double before = difference[mirrored(i - 1, size)];
            double after = difference[mirrored(i + 1, size)];
            double later = difference[mirrored(i + 2, size)];
            if (here > 0) {
                neighbour[i] = Math.max(before, after);
            } else if (here < 0) {
                neighbour[i] = Math.min(before, after);
            }
            opposite[i] = here >= 0 ? Math.min(after, later) : Math.max(after, later);
        }
        return new IntervalTrace(
                interval, threshold, difference, median, medianThreshold, deviation, neighbour, opposite);
    }

    private static double[] threshold(double[] values) {
        var sizes = new double[values.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(values[i]);
        }
        var window = new SlidingWindow(sizes, HALF_WINDOW);
        var threshold = new double[sizes.length];
        for (int i = 0; i < threshold.length; i++) {
            threshold[i] = ALPHA * ((window.quantile(0.75) - window.quantile(0.25)) / 2);
            window.slide();
        }
        return threshold;
    }

    private static void divide(double[] values, double[] by) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= by[i];
        }
    }

    /** Beyond the ends the series is seen in a mirror that stands on its last value. */
    private static int mirrored(int i, int size) {
        return i < 0 ? -i : i < size ? i : 2 * (size - 1) - i;
    }
}
