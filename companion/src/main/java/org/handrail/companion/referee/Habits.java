package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.devicesim.physiology.Craving;
import org.handrail.devicesim.physiology.Reply;
import org.handrail.devicesim.physiology.Wearer;

/**
 * What people do in a life, drawn from its seed by the number of the occasion and so the same in every run. The mentee answers
 * as the simulator's wearers do. The rest is our choice, after no study: a mentor sees four prompts in five by day and two in
 * five between ten and seven, says something after a minute or two (half within 100 s, one in twenty after six minutes), and
 * hands over one in ten. A mentee asks for company unasked in one of four strong cravings.
 */
final class Habits {

    private static final double SEEN_BY_DAY = 0.8;
    private static final double SEEN_BY_NIGHT = 0.4;
    private static final int NIGHT_FROM = 22;
    private static final int NIGHT_UNTIL = 7;
    private static final double MEDIAN_SECONDS = 100;
    private static final double SPREAD = 0.435;
    private static final double HANDED_OVER = 0.1;
    private static final double STRONG = 0.8;
    private static final double ASKS_UNASKED = 0.25;
    private static final Duration INTO_A_CRAVING = Duration.ofMinutes(7);

    private static final long NUDGES = 1L << 40;
    private static final long PROMPTS = 2L << 40;
    private static final long CRAVINGS = 3L << 40;

    private final Life life;
    private final Wearer wearer;

    Habits(Life life, Wearer wearer) {
        this.life = life;
        this.wearer = wearer;
    }

    /** What a mentor says to a prompt, and how long after. */
    record MentorsWord(boolean handsOver, Duration after) {}

    /** To the nudge of that number in this life. */
    Optional<Reply> reply(int number, Instant shownAt) {
        return wearer.replyTo(new UUID(life.seed(), NUDGES + number), shownAt);
    }

    /** To the prompt of that number in this life; empty where the mentor never sees it. */
    Optional<MentorsWord> word(int number, Instant raisedAt) {
        var random = random(PROMPTS + number);
        int hour = raisedAt.atZone(life.settings().zone()).getHour();
        boolean isNight = hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
        if (random.nextDouble() >= (isNight ? SEEN_BY_NIGHT : SEEN_BY_DAY)) {
            return Optional.empty();
        }
        boolean handsOver = random.nextDouble() < HANDED_OVER;
        double rank = random.nextDouble();
        double seconds = MEDIAN_SECONDS * StrictMath.pow(rank / (1 - rank), SPREAD);
        return Optional.of(new MentorsWord(handsOver, Duration.ofSeconds(Math.round(seconds))));
    }

    /** When the mentee presses "reach out now" of its own accord. */
    List<Instant> reachesOut() {
        return life.settings().cravings().stream()
                .filter(craving -> craving.strength() >= STRONG)
                .filter(craving -> random(CRAVINGS + craving.window().start().getEpochSecond())
                                .nextDouble()
                        < ASKS_UNASKED)
                .map(Craving::window)
                .map(window -> window.start().plus(INTO_A_CRAVING))
                .filter(life.span()::contains)
                .filter(at -> wearer.truth(at).worn())
                .toList();
    }

    private SplittableRandom random(long occasion) {
        return new SplittableRandom(life.seed() ^ Long.rotateLeft(occasion * 0x9E3779B97F4A7C15L, 17));
    }
}
