package org.handrail.devicesim.physiology;

import java.util.ArrayList;
import java.util.List;
import org.handrail.signals.TimeWindow;

/**
 * How far strain has built up at an instant: towards its strength from the start of the stretch on, back towards zero after
 * its end, both exponentially. The heart follows in under a minute, tonic sweat in minutes. The times are chosen; rest after
 * a task is not instantly calm in the recordings either.
 */
final class StrainCourse {

    private static final double HEART_RISE_S = 45;
    private static final double HEART_FALL_S = 150;
    private static final double SKIN_RISE_S = 100;
    private static final double SKIN_FALL_S = 400;

    /** Times the time of falling, after which nothing is left. */
    private static final double FELT_FOR = 10;

    private final List<Strain> strains;

    StrainCourse(List<Strain> strains) {
        this.strains = strains;
    }

    /** What of it can be felt in that minute: mostly nothing, which is soon told. */
    StrainCourse in(long minute) {
        var felt = new ArrayList<Strain>();
        for (Strain strain : strains) {
            if (isFelt(strain.window(), minute, SKIN_FALL_S)) {
                felt.add(strain);
            }
        }
        return new StrainCourse(felt);
    }

    double heart(double seconds) {
        return at(seconds, HEART_RISE_S, HEART_FALL_S);
    }

    double skin(double seconds) {
        return at(seconds, SKIN_RISE_S, SKIN_FALL_S);
    }

    private double at(double seconds, double rise, double fall) {
        double most = 0;
        for (Strain strain : strains) {
            most = Math.max(most, strain.strength() * built(strain.window(), seconds, rise, fall));
        }
        return most;
    }

    /** Whether {@link #built} may be above 0 at any instant of that minute, its end included. */
    static boolean isFelt(TimeWindow window, long minute, double fall) {
        return window.start().getEpochSecond() < (minute + 1) * 60
                && window.end().getEpochSecond() + FELT_FOR * fall + 1 > minute * 60;
    }

    /** From 0 before the window towards 1 in it, and back; nothing is left ten times the time of falling after it. */
    static double built(TimeWindow window, double seconds, double rise, double fall) {
        double since = seconds - window.start().toEpochMilli() / 1_000.0;
        double after = seconds - window.end().toEpochMilli() / 1_000.0;
        if (since <= 0 || after >= FELT_FOR * fall) {
            return 0;
        }
        double built = 1 - StrictMath.exp(-Math.min(since, since - after) / rise);
        double left = after > 0 ? StrictMath.exp(-after / fall) : 1;
        return built * left;
    }
}
