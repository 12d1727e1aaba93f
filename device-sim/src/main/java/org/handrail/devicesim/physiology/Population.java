package org.handrail.devicesim.physiology;

import java.util.SplittableRandom;

/**
 * People by seed: traits from the spread that was measured, and a disposition by its share of the population. The shares are
 * chosen so that a few hundred people hold some of each, not after any one country's census.
 */
public final class Population {

    private static final long APART = 0x5DEECE66DL;
    private static final Disposition[] DISPOSITIONS = Disposition.values();
    private static final double[] SHARES = {0.52, 0.10, 0.08, 0.03, 0.12, 0.15};

    private Population() {}

    /** The traits of the person with that number. */
    public static Traits person(long seed) {
        return dispositionOf(seed).of(Traits.drawn(seed));
    }

    /** What is special about that person. */
    public static Disposition dispositionOf(long seed) {
        double rank = new SplittableRandom(seed ^ APART).nextDouble();
        int at = 0;
        while (at < SHARES.length - 1 && rank >= SHARES[at]) {
            rank -= SHARES[at];
            at++;
        }
        return DISPOSITIONS[at];
    }
}
