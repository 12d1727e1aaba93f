package org.handrail.devicesim.physiology;

/**
 * What the wearer does, and what it does to heart and wrist. The rises and motions are chosen; {@code SEATED} and
 * {@code DESK} follow the motion of seated people in stress-predict (median 7 mg, 90th percentile 35 mg, 99th 210 mg).
 */
public enum Activity {
    SLEEP(-6, 0.0025, 0.5, 0.010, 0.05),
    SEATED(0, 0.0056, 0.70, 0.13, 0.042),
    DESK(1.5, 0.0065, 0.70, 0.16, 0.045),
    STANDING(8, 0.0085, 0.70, 0.20, 0.055),
    HOUSEHOLD(9, 0.035, 0.90, 0.35, 0.15),
    WALKING(24, 0.17, 0.35, 0.05, 0.25),
    EXERCISE(62, 0.33, 0.40, 0.10, 0.50);

    private final double heartRateRise;
    private final double motion;
    private final Quantiles motionSpread;
    private final double fidgetShare;
    private final double fidgetMotion;

    Activity(double heartRateRise, double motion, double motionSpread, double fidgetShare, double fidgetMotion) {
        this.heartRateRise = heartRateRise;
        this.motion = motion;
        this.motionSpread = Quantiles.logNormal(motionSpread);
        this.fidgetShare = fidgetShare;
        this.fidgetMotion = fidgetMotion;
    }

    /** How the body is held meanwhile. */
    Posture posture() {
        return switch (this) {
            case SLEEP -> Posture.LYING;
            case SEATED, DESK -> Posture.SITTING;
            case STANDING, HOUSEHOLD, WALKING, EXERCISE -> Posture.UPRIGHT;
        };
    }

    /** Beats a minute above sitting quietly, once the heart has settled on it. */
    double heartRateRise() {
        return heartRateRise;
    }

    /** Median deviation of the acceleration in g while nothing in particular moves. */
    double motion() {
        return motion;
    }

    /** How that deviation spreads around its median. */
    Quantiles motionSpread() {
        return motionSpread;
    }

    /** Share of the seconds in which the hand moves for itself. */
    double fidgetShare() {
        return fidgetShare;
    }

    double fidgetMotion() {
        return fidgetMotion;
    }
}
