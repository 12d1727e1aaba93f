package org.handrail.analytics.risk;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.handrail.analytics.Why.Term;
import org.jspecify.annotations.Nullable;

/**
 * How often this person says that it is hard, by hour and weekday, from check-ins: the personal prior of science/SPEC.md (g).
 * Shares are drawn towards the population's, an hour's and a weekday's towards the person's own, each with the weight of twenty
 * reports; old reports fade. Answers to questions do not count here, for those are asked in hard moments.
 */
public final class HardHours {

    public static final String PRIOR = "PRIOR";

    private static final double USUAL_SHARE = 0.10;
    private static final double REPORTS_TO_TRUST = 20;
    private static final double KEPT = 1 - 1.0 / 200;
    private static final double MOST = 0.5;
    private static final int HOURS_IN_PART = 4;
    private static final int PARTS = 24 / HOURS_IN_PART;
    private static final int DAYS = 7;
    private static final int ALL = 0;
    private static final int FIRST_PART = 1;
    private static final int FIRST_DAY = FIRST_PART + PARTS;
    private static final int SIZE = FIRST_DAY + DAYS;

    public static final HardHours NONE = new HardHours(new double[2 * SIZE]);

    /** Reports that were hard, then reports: all of them, by part of the day, by weekday. */
    private final double[] counts;

    private HardHours(double[] counts) {
        this.counts = counts;
    }

    /** The numbers in the order that {@link #of} takes them. */
    public double[] numbers() {
        return counts.clone();
    }

    public static HardHours of(double[] numbers) {
        if (numbers.length != 2 * SIZE) {
            throw new IllegalArgumentException("The history of check-ins has " + 2 * SIZE + " numbers");
        }
        return new HardHours(numbers.clone());
    }

    public HardHours learn(boolean isHard, int hour, DayOfWeek day) {
        var next = Arrays.stream(counts).map(count -> count * KEPT).toArray();
        for (int cell : new int[] {ALL, part(hour), weekday(day)}) {
            next[cell] += isHard ? 1 : 0;
            next[SIZE + cell] += 1;
        }
        return new HardHours(next);
    }

    /** What it adds to the risk in log-odds, within ±0.5, and the person's share for that hour and weekday. */
    public Term term(int hour, DayOfWeek day) {
        double usual = LogOdds.of(USUAL_SHARE);
        double own = shareOf(ALL, USUAL_SHARE);
        double shift = LogOdds.of(own) - usual;
        shift += LogOdds.of(shareOf(part(hour), own)) - LogOdds.of(own);
        shift += LogOdds.of(shareOf(weekday(day), own)) - LogOdds.of(own);
        double bounded = Math.max(-MOST, Math.min(MOST, shift));
        return new Term(PRIOR, LogOdds.toProbability(usual + bounded), bounded);
    }

    private double shareOf(int cell, double towards) {
        return (counts[cell] + REPORTS_TO_TRUST * towards) / (counts[SIZE + cell] + REPORTS_TO_TRUST);
    }

    private static int part(int hour) {
        return FIRST_PART + hour / HOURS_IN_PART;
    }

    private static int weekday(DayOfWeek day) {
        return FIRST_DAY + day.ordinal();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HardHours that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
