package org.handrail.analytics.sleep;

/**
 * A device's motion as counts of the actigraph that Cole and Kripke's weights were made for, so that their threshold means
 * something on another wrist sensor: counts = {@value #P99} · (motion − p1) / (p99 − p1), never below 0. Motion and its
 * quantiles are in g (standard deviation of the acceleration's magnitude); p1 and p99 are this wearer's own in the long run.
 * NaN where the motion is unknown or the quantiles say nothing.
 *
 * <p>Assumed: both sensors are linear between the two quantiles, this wearer moves over the days as much as the wearer of
 * the reference did, and the 99 % quantile of ten-second windows stands for that of minutes, though it lies above it, which
 * makes the counts somewhat too low and sleep somewhat too long. A wearer who is hardly ever active is scored too wakeful.
 */
public final class ReferenceCounts {

    /**
     * The 99 % quantile of the counts of five days on the reference actigraph (science/golden/sleep_actigraphy_awd01.json),
     * 1419, divided by 30, the scale that the weights want; its 1 % quantile is 0.
     */
    static final double P99 = 47.3;

    private ReferenceCounts() {}

    /**
     * @param motion mean of the minute, g
     * @param low long-run 1 % quantile of this wearer's motion, g
     * @param high long-run 99 % quantile, g
     */
    public static double of(double motion, double low, double high) {
        return high > low ? P99 * Math.max(0, motion - low) / (high - low) : Double.NaN;
    }
}
