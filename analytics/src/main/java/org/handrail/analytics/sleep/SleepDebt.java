package org.handrail.analytics.sleep;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Sleep that is owed, leaking away by a tenth each night: D = max(0, 0.9 D + need − min(TST, need + 60)), minutes. One night
 * pays back an hour beyond the need at most. A night that is NaN is left out and the debt stays as it was; no nights owe 0.
 *
 * <p>science/SPEC.md (f), {@code sleep_debt}; the form and its constants are a working definition, not a published one.
 */
public final class SleepDebt {

    private static final double KEPT = 0.9;
    private static final double MOST_PAID_BACK = 60;
    private static final double USUAL_NEED = 480;
    private static final double NEED_QUANTILE = 80;
    private static final int LEAST_FREE_NIGHTS = 4;

    private SleepDebt() {}

    /** What is owed after one more night. */
    public static double after(double debt, double asleep, double need) {
        return Double.isNaN(asleep) ? debt : Math.max(0, KEPT * debt + need - Math.min(asleep, need + MOST_PAID_BACK));
    }

    /** What is owed after these nights, oldest first, from nothing owed. */
    public static double over(double[] asleep, double need) {
        double debt = 0;
        for (double night : asleep) {
            debt = after(debt, night, need);
        }
        return debt;
    }

    /** The 80 % quantile of sleep in free nights, minutes; eight hours where fewer than four such nights are known. */
    public static double need(double[] freeNights) {
        return freeNights.length < LEAST_FREE_NIGHTS
                ? USUAL_NEED
                : new Percentile(NEED_QUANTILE)
                        .withEstimationType(EstimationType.R_7)
                        .evaluate(freeNights);
    }
}
