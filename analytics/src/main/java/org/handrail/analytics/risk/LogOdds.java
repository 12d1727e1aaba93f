package org.handrail.analytics.risk;

/** Probability and log-odds, natural logarithm. */
public final class LogOdds {

    private LogOdds() {}

    /** @param probability above 0 and below 1 */
    public static double of(double probability) {
        return Math.log(probability / (1 - probability));
    }

    public static double toProbability(double logOdds) {
        if (logOdds >= 0) {
            return 1 / (1 + Math.exp(-logOdds));
        }
        double odds = Math.exp(logOdds);
        return odds / (1 + odds);
    }
}
