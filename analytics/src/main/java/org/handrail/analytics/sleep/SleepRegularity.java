package org.handrail.analytics.sleep;

import java.util.Arrays;

/**
 * The sleep regularity index: 200 · P(the same state 24 hours apart) − 100, over pairs of epochs that are both known. 100 is
 * the same sleep every day, 0 is chance, −100 the opposite every day. Epochs follow one another in elapsed time, so a pair is
 * 24 hours apart in both nights of daylight saving too. No pair: NaN.
 *
 * <p>Phillips 2017, 10.1038/s41598-017-03171-4; science/SPEC.md (f), {@code sri}.
 *
 * @param pairs pairs with both epochs known
 */
public record SleepRegularity(double index, int pairs) {

    private static final int LEAST_DAYS = 5;
    private static final double MOST_UNKNOWN_DAY = 0.25;

    /** Over all pairs, however few. */
    public static SleepRegularity of(SleepState[] epochs, int epochsPerDay) {
        int pairs = 0;
        int same = 0;
        for (int i = epochsPerDay; i < epochs.length; i++) {
            var before = epochs[i - epochsPerDay];
            if (before.isKnown() && epochs[i].isKnown()) {
                pairs++;
                same += before.isAsleep() == epochs[i].isAsleep() ? 1 : 0;
            }
        }
        return new SleepRegularity(pairs == 0 ? Double.NaN : 200 * ((double) same / pairs) - 100, pairs);
    }

    /**
     * Over days that are known well enough: a day with more than 6 hours unknown is left out, and pairs of less than five
     * days say nothing, NaN. A day is 24 hours, counted from the first epoch.
     */
    public static SleepRegularity ofKnownDays(SleepState[] epochs, int epochsPerDay) {
        var kept = epochs.clone();
        for (int from = 0; from < kept.length; from += epochsPerDay) {
            int to = Math.min(kept.length, from + epochsPerDay);
            int unknown = 0;
            for (int i = from; i < to; i++) {
                unknown += kept[i].isKnown() ? 0 : 1;
            }
            if (unknown > MOST_UNKNOWN_DAY * epochsPerDay) {
                Arrays.fill(kept, from, to, SleepState.UNKNOWN);
            }
        }
        var regularity = of(kept, epochsPerDay);
        return regularity.pairs < LEAST_DAYS * epochsPerDay
                ? new SleepRegularity(Double.NaN, regularity.pairs)
                : regularity;
    }
}
