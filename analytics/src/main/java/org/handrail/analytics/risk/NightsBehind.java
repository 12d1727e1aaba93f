package org.handrail.analytics.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.Night;
import org.handrail.analytics.Why.Term;

/**
 * What the last night adds to the risk of the day after it, deliberately small (science/SPEC.md (f)): sleep shorter or more
 * broken than this person's own, 0.10 in log-odds for each spread, together at most 0.25; irregular sleep, 0.15 for each spread
 * below the population (UK Biobank: median 81, quartiles 74 and 86; Windred 2023); sleep owed, up to 0.10. Nights that cannot be
 * told add nothing.
 *
 * @param asleep in the nights before the last, minutes
 * @param efficiency of those, per cent; some nights have none, for nobody knows when the person went to bed
 * @param last the last night; empty figures before the first
 */
public record NightsBehind(Usual asleep, Usual efficiency, Last last) {

    public static final String SLEEP_SHORT = "SLEEP_SHORT";
    public static final String SLEEP_RESTLESS = "SLEEP_RESTLESS";
    public static final String SLEEP_IRREGULAR = "SLEEP_IRREGULAR";
    public static final String SLEEP_DEBT = "SLEEP_DEBT";

    private static final long COUNTS_FOR_MS = Duration.ofHours(24).toMillis();
    private static final double LEAST_NIGHTS = 5;
    private static final double HORIZON = 28;
    private static final double PER_SPREAD = 0.10;
    private static final double MOST_FOR_NIGHT = 0.25;
    private static final double USUAL_REGULARITY = 81;
    private static final double SPREAD_OF_REGULARITY = 9.3;
    private static final double PER_SPREAD_IRREGULAR = 0.15;
    private static final double MOST_SPREADS = 2;
    private static final double HEAVY_DEBT_MINUTES = 300;
    private static final double FOR_HEAVY_DEBT = 0.10;

    public static final NightsBehind NONE = new NightsBehind(Usual.UNKNOWN, Usual.UNKNOWN, Last.NONE);

    /**
     * Mean and mean square of deviations, exponentially weighted.
     *
     * @param nights that told the figure, up to a month of them
     */
    public record Usual(double nights, double mean, double variance) {

        private static final Usual UNKNOWN = new Usual(0, 0, 0);

        private Usual over(double value) {
            if (Double.isNaN(value)) {
                return this;
            }
            double count = Math.min(nights + 1, HORIZON);
            double share = 1 / count;
            double off = value - mean;
            return new Usual(count, mean + share * off, (1 - share) * (variance + share * off * off));
        }

        /** How many spreads the value is below; 0 where it is not, or where too little is known. */
        private double below(double value, double leastSpread) {
            return nights < LEAST_NIGHTS || Double.isNaN(value)
                    ? 0
                    : Math.max(0, (mean - value) / Math.max(leastSpread, Math.sqrt(variance)));
        }
    }

    /**
     * The last night.
     *
     * @param day its date as a day's number
     */
    public record Last(long day, long endMs, double asleep, double efficiency, double regularity, double debt) {

        private static final Last NONE =
                new Last(Long.MIN_VALUE, Long.MIN_VALUE, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        private static Last of(Night night) {
            return new Last(
                    night.date().toEpochDay(),
                    night.asleep().end().toEpochMilli(),
                    night.amounts().total(),
                    night.amounts().efficiency(),
                    night.pattern().regularity(),
                    night.pattern().debt());
        }
    }

    /** Takes a night. One that is told again replaces itself; one before the last changes nothing. */
    public NightsBehind over(Night night) {
        var told = Last.of(night);
        if (told.day < last.day) {
            return this;
        }
        return told.day == last.day
                ? new NightsBehind(asleep, efficiency, told)
                : new NightsBehind(asleep.over(last.asleep), efficiency.over(last.efficiency), told);
    }

    /** What the nights add to the risk at that time. */
    public List<Term> terms(Instant now) {
        var terms = new ArrayList<Term>();
        if (last.endMs == Long.MIN_VALUE || now.toEpochMilli() - last.endMs >= COUNTS_FOR_MS) {
            return terms;
        }
        double shorter = asleep.below(last.asleep, 20);
        double worse = efficiency.below(last.efficiency, 2);
        double share = Math.min(1, MOST_FOR_NIGHT / (PER_SPREAD * (shorter + worse)));
        add(terms, SLEEP_SHORT, shorter, share * PER_SPREAD * shorter);
        add(terms, SLEEP_RESTLESS, worse, share * PER_SPREAD * worse);
        double irregular = (USUAL_REGULARITY - last.regularity) / SPREAD_OF_REGULARITY;
        add(terms, SLEEP_IRREGULAR, irregular, PER_SPREAD_IRREGULAR * clip(irregular));
        double debt = last.debt / HEAVY_DEBT_MINUTES;
        add(terms, SLEEP_DEBT, debt, FOR_HEAVY_DEBT * Math.min(1, debt));
        return terms;
    }

    private static double clip(double spreads) {
        return Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, spreads));
    }

    private static void add(List<Term> terms, String name, double deviation, double logOdds) {
        if (!Double.isNaN(logOdds) && logOdds != 0) {
            terms.add(new Term(name, deviation, logOdds));
        }
    }
}
