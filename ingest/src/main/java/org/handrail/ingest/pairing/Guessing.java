package org.handrail.ingest.pairing;

import java.time.Duration;
import java.time.Instant;
import org.handrail.ingest.pairing.Slowing.Tally;

/**
 * How long an attempt with a code has to wait, so that nobody finds one by trying, and nobody keeps others from pairing by
 * trying. With a hundred codes open all the time, a guess opens one of them with a chance of 1 in 6.5 billion.
 *
 * <ul>
 *   <li>A source that guesses wrong is slowed down by itself: five are free, then up to ten minutes for each one.
 *   <li>From many sources at once: after fifty wrong codes in all, those who guessed wrong themselves wait for each other,
 *       up to ten seconds. A watch whose source has a clean slate is not held up by that.
 *   <li>From very many clean sources: after five hundred in all, everybody waits, at most one second after the last wrong
 *       code. That leaves a stranger with any number of addresses 86,400 guesses a day (a code in about two hundred
 *       years), and costs a mentee a few more tries while it lasts.
 * </ul>
 *
 * <p>A wrong code touches no code of anybody, so nothing is cancelled by guessing.
 */
final class Guessing {

    static final Slowing ONE_SOURCE =
            new Slowing(5, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));
    static final Slowing ALL_WHO_GUESSED =
            new Slowing(50, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(10));
    static final Slowing EVERYBODY =
            new Slowing(500, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(10));

    private Guessing() {}

    /** Zero where the attempt may be made now. */
    static Duration wait(Tally own, Tally all, Instant now) {
        boolean isClean = own.wrong() == 0 || ONE_SOURCE.isForgotten(own, now);
        var alone = ONE_SOURCE.closedFor(own, now);
        var shared = (isClean ? EVERYBODY : ALL_WHO_GUESSED).closedFor(all, now);
        return alone.compareTo(shared) > 0 ? alone : shared;
    }
}
