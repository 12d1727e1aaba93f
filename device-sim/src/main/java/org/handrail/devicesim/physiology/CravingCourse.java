package org.handrail.devicesim.physiology;

import java.util.ArrayList;
import java.util.List;

/**
 * The wearer's craving at an instant: what is usual, wandering over hours, and on top of it the cravings that come up. One
 * builds up in minutes and fades over a quarter of an hour after its end (chosen).
 */
final class CravingCourse {

    private static final double RISE_S = 180;
    private static final double FALL_S = 600;
    private static final double WANDERS = 0.7;
    private static final double WANDERS_OVER_S = 3 * 3_600;

    private final double usual;
    private final List<Craving> cravings;
    private final Draws draws;

    CravingCourse(Traits traits, List<Craving> cravings, Draws draws) {
        this(traits.craving(), cravings, draws);
    }

    private CravingCourse(double usual, List<Craving> cravings, Draws draws) {
        this.usual = usual;
        this.cravings = cravings;
        this.draws = draws;
    }

    /** What of it can be felt in that minute. */
    CravingCourse in(long minute) {
        var felt = new ArrayList<Craving>();
        for (Craving craving : cravings) {
            if (StrainCourse.isFelt(craving.window(), minute, FALL_S)) {
                felt.add(craving);
            }
        }
        return new CravingCourse(usual, felt, draws);
    }

    /** How strong it is, 0 to 10. */
    double level(double seconds) {
        double wandering = WANDERS * draws.wandering(Draws.Purpose.CRAVING, seconds, WANDERS_OVER_S);
        return Math.min(10, Math.max(0, usual + wandering + Craving.LEVEL_RISE * raised(seconds)));
    }

    /** What comes on top of what is usual, 0 to 1. */
    double raised(double seconds) {
        double most = 0;
        for (Craving craving : cravings) {
            most = Math.max(most, craving.strength() * StrainCourse.built(craving.window(), seconds, RISE_S, FALL_S));
        }
        return most;
    }
}
