package org.handrail.analytics.quality;

import org.handrail.signals.StreamKind;

/**
 * The range in which a sample of a stream can be believed; outside it is an artifact and left out, never clamped. As wide as a
 * living wrist.
 */
enum Believable {
    HEART_RATE(25, 230),
    /** Everything, NaN too: what cannot be believed makes its neighbours doubtful, so it must be seen. */
    SKIN_CONDUCTANCE(0, 0) {
        @Override
        boolean holds(double value) {
            return true;
        }
    },
    SKIN_TEMPERATURE(20, 42),
    MOTION(0, 16),
    STEPS(0, 400);

    private final double least;
    private final double most;

    Believable(double least, double most) {
        this.least = least;
        this.most = most;
    }

    static Believable of(StreamKind stream) {
        return valueOf(stream.name());
    }

    /** False for NaN. */
    boolean holds(double value) {
        return value >= least && value <= most;
    }
}
