package org.handrail.analytics.budget;

/**
 * How often a person may be asked, and at which score it is worth it. The threshold follows the quantile of this person's own
 * scores at which the wanted number of openings a day is reached, by the pinball step of Gibbs and Candès 2021: it
 * guarantees the long-run rate whatever the scores do. On top of it stand hard limits: so many in a local day, and
 * a pause after each. Definition: science/SPEC.md (g), {@code AlertBudget}.
 *
 * @param threshold log-odds of risk from which on it is worth it
 * @param day latest local day up to now, as a day's number; {@link #NO_DAY} before the first
 * @param left how many may still be asked on that day
 * @param lastMinute minute of the last one, {@link #LONG_AGO} before the first
 */
public record AlertBudget(double threshold, long day, int left, long lastMinute) {

    public static final long NO_DAY = Long.MIN_VALUE;
    public static final long LONG_AGO = -1_000_000_000;

    /**
     * @param perDay wanted in the long run
     * @param eligiblePerDay minutes of a day in which asking may be considered
     * @param step how fast the threshold follows, in log-odds
     * @param mostPerDay hard limit for a local day
     * @param pauseMinutes least time between two
     * @param least lowest threshold
     * @param most highest threshold
     */
    public record Settings(
            double perDay,
            double eligiblePerDay,
            double step,
            double startThreshold,
            int mostPerDay,
            int pauseMinutes,
            double least,
            double most) {

        /** Two a day, ninety minutes apart. */
        public static Settings defaults() {
            return new Settings(2, 900, 0.4, 1, 2, 90, -3, 5);
        }

        private double openingsPerMinute() {
            return perDay / eligiblePerDay;
        }
    }

    /** What becomes of a minute. */
    public enum Verdict {
        /** Not worth it, or not allowed. */
        QUIET,
        /** Worth it and allowed, but the person cannot be reached well now: a candidate to be held. */
        HELD,
        ASK
    }

    /** The budget after a minute, and what becomes of the minute. */
    public record Advance(AlertBudget next, Verdict verdict) {}

    public static AlertBudget start(Settings settings) {
        return new AlertBudget(settings.startThreshold, NO_DAY, settings.mostPerDay, LONG_AGO);
    }

    /**
     * @param minute counted through, whatever the clock on the wall does
     * @param localDay number of the local day; a day may have 23 or 25 hours, and one that was left behind on a journey west gives
     *     nothing twice
     * @param score log-odds of risk; NaN where nothing is known, and then nothing is learnt either
     * @param isReceptive whether the person can be reached well now; one who cannot is not charged
     */
    public Advance over(Settings settings, long minute, long localDay, double score, boolean isReceptive) {
        var today = localDay <= day ? this : new AlertBudget(threshold, localDay, settings.mostPerDay, lastMinute);
        // What comes again was asked about the first time.
        return localDay < day || Double.isNaN(score)
                ? new Advance(today, Verdict.QUIET)
                : today.weigh(settings, minute, score, isReceptive);
    }

    private Advance weigh(Settings settings, long minute, double score, boolean isReceptive) {
        boolean isWorthIt = score >= threshold && minute - lastMinute >= settings.pauseMinutes && left > 0;
        boolean asks = isWorthIt && isReceptive;
        double moved = threshold + settings.step * ((asks ? 1 : 0) - settings.openingsPerMinute());
        double bounded = Math.min(settings.most, Math.max(settings.least, moved));
        var next = new AlertBudget(bounded, day, asks ? left - 1 : left, asks ? minute : lastMinute);
        return new Advance(next, asks ? Verdict.ASK : isWorthIt ? Verdict.HELD : Verdict.QUIET);
    }
}
