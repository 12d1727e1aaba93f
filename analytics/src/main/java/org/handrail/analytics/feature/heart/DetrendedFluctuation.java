package org.handrail.analytics.feature.heart;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How the fluctuation of the NN series grows with the length one looks at (DFA): the running sum of NN minus its mean is cut from
 * its start into windows of n beats (the remainder is dropped), a straight line is taken from each, and F(n) in ms is the root
 * mean square of what is left. α1 is the slope of ln F on ln n over n = 4 to 16: about 0.5 for independent intervals, 1 for a
 * healthy heart at rest, 1.5 for a random walk. No unit.
 *
 * <p>NaN on fewer than {@value #LEAST_BEATS} beats, where the series does not fluctuate (F of a billionth of the mean interval is
 * rounding), and on any NaN. 5 µs for 375 beats.
 *
 * <p>Peng 1995, doi 10.1063/1.166141. Definition: science/canon.py, {@code dfa_alpha}.
 */
public final class DetrendedFluctuation {

    private static final int FIRST_SCALE = 4;
    private static final int LAST_SCALE = 16;
    private static final int LEAST_BEATS = 2 * LAST_SCALE;
    private static final double ROUNDING = 1e-9;

    private DetrendedFluctuation() {}

    /** α1 of the first {@code count} intervals. */
    public static double alpha1(double[] nnMs, int count) {
        return alpha(nnMs, count, FIRST_SCALE, LAST_SCALE);
    }

    /** The slope over windows of {@code first} to {@code last} beats. */
    static double alpha(double[] nnMs, int count, int first, int last) {
        if (count < LEAST_BEATS) {
            return Double.NaN;
        }
        double least = ROUNDING * StatUtils.mean(nnMs, 0, count);
        double[] fluctuations = fluctuations(nnMs, count, first, last);
        var line = new SimpleRegression();
        for (int n = first; n <= last; n++) {
            double fluctuation = fluctuations[n - first];
            if (!(fluctuation > least)) {
                return Double.NaN;
            }
            line.addData(Math.log(n), Math.log(fluctuation));
        }
        return line.getSlope();
    }

    /** F(n) in ms for n from {@code first} to {@code last}; of at least {@code last} beats. */
    static double[] fluctuations(double[] nnMs, int count, int first, int last) {
        double mean = StatUtils.mean(nnMs, 0, count);
        var profile = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += nnMs[i] - mean;
            profile[i] = sum;
        }
        var fluctuations = new double[last - first + 1];
        for (int n = first; n <= last; n++) {
            int windows = count / n;
            double residual = 0;
            for (int window = 0; window < windows; window++) {
                residual += residual(profile, window * n, n);
            }
            fluctuations[n - first] = Math.sqrt(residual / (windows * n));
        }
        return fluctuations;
    }

    /** Sum of squares around the straight line through n values. */
    private static double residual(double[] profile, int from, int n) {
        double middle = (n - 1) / 2.0;
        double origin = profile[from];
        double sum = 0;
        double squares = 0;
        double rise = 0;
        for (int i = 1; i < n; i++) {
            double y = profile[from + i] - origin;
            sum += y;
            squares += y * y;
            rise += (i - middle) * y;
        }
        double spread = n * (n * n - 1.0) / 12;
        return Math.max(0, squares - sum * sum / n - rise * rise / spread);
    }
}
