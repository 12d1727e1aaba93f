package org.handrail.ingest.pairing;

import java.time.Duration;
import java.time.Instant;

/**
 * How a door slows down whoever guesses: so many wrong codes are free, after each further one it stays closed for a while
 * that doubles up to the longest, and after a time without any they are forgotten.
 */
record Slowing(int free, Duration first, Duration longest, Duration forgottenAfter) {

    /** Wrong codes so far, and when the last one came. */
    record Tally(int wrong, Instant lastAt) {

        static final Tally NONE = new Tally(0, Instant.EPOCH);
    }

    /** How long the door is still closed; zero where it is open. */
    Duration closedFor(Tally tally, Instant now) {
        if (isForgotten(tally, now) || tally.wrong() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(tally.wrong() - free, 30);
        var closed = first.multipliedBy(1L << doublings);
        var left = Duration.between(now, tally.lastAt().plus(closed.compareTo(longest) < 0 ? closed : longest));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** With one more. */
    Tally after(Tally tally, Instant now) {
        return new Tally(isForgotten(tally, now) ? 1 : tally.wrong() + 1, now);
    }

    boolean isForgotten(Tally tally, Instant now) {
        return tally.lastAt().plus(forgottenAfter).isBefore(now);
    }
}
