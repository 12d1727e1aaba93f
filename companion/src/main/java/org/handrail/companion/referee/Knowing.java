package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.signals.TimeWindow;

/**
 * Whether a stretch could be known of at all, told from the truth and not from what the method says: five minutes in a row on the
 * wrist, awake, not walking or in exercise, with a network.
 */
final class Knowing {

    private static final int LEAST_IN_A_ROW = 5;

    private final Life life;
    private final Wearer wearer;

    Knowing(Life life, Wearer wearer) {
        this.life = life;
        this.wearer = wearer;
    }

    /** What kept the stretch from being known; empty where it could be. */
    Optional<Unknowable> keptBy(TimeWindow stretch) {
        var minutes = new EnumMap<Unknowable, Integer>(Unknowable.class);
        int inARow = 0;
        for (Instant at = stretch.start(); at.isBefore(stretch.end()); at = at.plus(Duration.ofMinutes(1))) {
            var kept = keptBy(at);
            inARow = kept.isPresent() ? 0 : inARow + 1;
            if (inARow >= LEAST_IN_A_ROW) {
                return Optional.empty();
            }
            kept.ifPresent(reason -> minutes.merge(reason, 1, Integer::sum));
        }
        return minutes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private Optional<Unknowable> keptBy(Instant minute) {
        var truth = wearer.truth(minute);
        if (!truth.worn()) {
            return Optional.of(Unknowable.NOT_WORN);
        }
        if (!life.arrivalOf(minute).equals(minute)) {
            return Optional.of(Unknowable.NO_NETWORK);
        }
        if (truth.asleep()) {
            return Optional.of(Unknowable.ASLEEP);
        }
        boolean moves = truth.activity() == Activity.WALKING || truth.activity() == Activity.EXERCISE;
        return moves ? Optional.of(Unknowable.MOVING) : Optional.empty();
    }
}
