package org.handrail.devicesim.fault;

import java.util.SplittableRandom;

/** Chance that can be asked for any frame or moment on its own: a function of the plan's seed, the fault's place and an index. */
record Chance(long seed, int fault) {

    /** Odd, and not the step by which a SplittableRandom walks: neighbours in seed, fault or index do not resemble each other. */
    private static final long APART = 0xD1342543DE82EF95L;

    private static final long FURTHER_APART = 0xAF251AF3B0F025B5L;

    SplittableRandom at(long index) {
        return new SplittableRandom(
                new SplittableRandom(seed * APART + fault * FURTHER_APART).nextLong() + index * APART);
    }

    boolean strikes(double share, long index) {
        return at(index).nextDouble() < share;
    }
}
