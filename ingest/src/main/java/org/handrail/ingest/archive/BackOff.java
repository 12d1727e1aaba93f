package org.handrail.ingest.archive;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: doubling from 100 ms up to the longest, of which a random half is taken off,
 * so that what failed together does not come back together.
 */
public record BackOff(Duration longest) {

    private static final long FIRST_MS = 100;

    public BackOff {
        if (longest.toMillis() < FIRST_MS) {
            throw new IllegalArgumentException("The longest pause is at least " + FIRST_MS + " ms");
        }
    }

    /** After so many failures in a row, counted from 0. */
    public Duration after(int failures) {
        long full = Math.min(longest.toMillis(), FIRST_MS << Math.min(failures, 20));
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
