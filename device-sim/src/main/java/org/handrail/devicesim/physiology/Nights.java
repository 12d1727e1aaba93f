package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.handrail.signals.Sleep;
import org.handrail.signals.TimeWindow;

/**
 * How each time in bed goes: staged from its own beginning to its own end, restless by the wearer's nature, by chance, and
 * by what strained in the eighteen hours before. An hour of middling strain adds 0.6 of unrest, and no day more than 1.2
 * (chosen).
 */
final class Nights {

    private static final Duration REMEMBERED = Duration.ofHours(18);
    private static final double UNREST_OF_AN_HOUR = 0.6;
    private static final double MOST_UNREST_OF_A_DAY = 1.2;
    private static final int NAP_MINUTES = 180;
    private static final double PULL_OF_A_NAP = 0.4;
    private static final double FROM_NIGHT_TO_NIGHT = 0.4;

    private final WearerSettings settings;
    private final Draws draws;

    Nights(WearerSettings settings, Draws draws) {
        this.settings = settings;
        this.draws = draws;
    }

    /**
     * The stage of each minute of a plan; {@code AWAKE} out of bed.
     *
     * @param first the plan's first minute
     */
    Sleep.Stage[] stages(long first, Activity... activities) {
        var stages = new Sleep.Stage[activities.length];
        Arrays.fill(stages, Sleep.Stage.AWAKE);
        int from = 0;
        while (from < activities.length) {
            int to = from + 1;
            while (to < activities.length
                    && (activities[to] == Activity.SLEEP) == (activities[from] == Activity.SLEEP)) {
                to++;
            }
            if (activities[from] == Activity.SLEEP) {
                lie(stages, from, to, first);
            }
            from = to;
        }
        return stages;
    }

    private void lie(Sleep.Stage[] stages, int from, int to, long first) {
        var random = draws.at(Draws.Purpose.STAGES, first + from);
        double usual = settings.traits().unrest() * StrictMath.exp(FROM_NIGHT_TO_NIGHT * Draws.gaussian(random));
        double pull = to - from >= NAP_MINUTES ? 1 : PULL_OF_A_NAP;
        Hypnogram.fill(stages, from, to, pull, usual + unrestOfTheDay(first + from), random);
    }

    private double unrestOfTheDay(long bed) {
        Instant now = Instant.ofEpochSecond(bed * 60);
        var day = new TimeWindow(now.minus(REMEMBERED), now);
        double hours = settings.strains().stream()
                .filter(strain -> strain.window().overlaps(day))
                .mapToDouble(strain -> strain.strength() * hoursOf(strain.window(), day))
                .sum();
        return Math.min(MOST_UNREST_OF_A_DAY, UNREST_OF_AN_HOUR * hours);
    }

    private static double hoursOf(TimeWindow window, TimeWindow within) {
        Instant start = window.start().isAfter(within.start()) ? window.start() : within.start();
        Instant end = window.end().isBefore(within.end()) ? window.end() : within.end();
        return Duration.between(start, end).toSeconds() / 3_600.0;
    }
}
