package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.signals.Answer;

/**
 * What the wearer does about a question on the watch, drawn from how it truly is at that moment: the worse, the more often
 * rough or a wish to reach out. Asleep, in exercise or without the watch nobody answers; else three in four do, after half a minute or so.
 * All chosen.
 */
final class Replies {

    private static final double ANSWERED = 0.75;
    private static final double HARD = 0.35;
    private static final double VERY_HARD = 0.75;

    private final Days days;
    private final StrainCourse strain;
    private final CravingCourse craving;
    private final Draws draws;

    Replies(Days days, StrainCourse strain, CravingCourse craving, Draws draws) {
        this.days = days;
        this.strain = strain;
        this.craving = craving;
        this.draws = draws;
    }

    Optional<Reply> to(UUID nudge, Instant at) {
        long minute = Hours.minute(at);
        var activity = days.activityAt(minute);
        var random = draws.at(
                Draws.Purpose.REPLIES,
                nudge.getMostSignificantBits() ^ Long.rotateLeft(nudge.getLeastSignificantBits(), 1));
        boolean isAnswered = random.nextDouble() < ANSWERED;
        if (!isAnswered || activity == Activity.SLEEP || activity == Activity.EXERCISE || !days.isWornAt(minute)) {
            return Optional.empty();
        }
        double hard = Math.max(strain.heart(at.getEpochSecond()), craving.level(at.getEpochSecond()) / 10);
        double seconds = 25 * StrictMath.exp(0.6 * Draws.gaussian(random));
        return Optional.of(new Reply(choice(hard, random), Duration.ofSeconds(Math.round(seconds))));
    }

    private static Answer.Choice choice(double hard, SplittableRandom random) {
        double place = random.nextDouble();
        if (hard >= VERY_HARD && place < 0.35) {
            return Answer.Choice.REACH_OUT;
        }
        if (hard >= HARD) {
            return place < 0.85 ? Answer.Choice.ROUGH : Answer.Choice.OKAY;
        }
        return place < 0.9 ? Answer.Choice.OKAY : Answer.Choice.ROUGH;
    }
}
