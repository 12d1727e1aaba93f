package org.handrail.analytics.quality;

import org.handrail.signals.StreamKind;

/**
 * The range in which a sample of a stream can be believed; outside it is an artifact and left out, never clamped. Skin
 * conductance after Kleckner 2018 (0.05 to 60 µS); the others as wide as a living wrist.
 */
enum Believable {
    HEART_RATE(25, 230),
    SKIN_CONDUCTANCE(0.05, 60),
    SKIN_TEMPERATURE(20, 42),
    MOTION(0, 16),
    STEPS(0, 400);

    private final double least;
    private final double most;

    Believable(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** False for NaN. */
    static boolean isBelievable(StreamKind stream, double value) {
        var range = valueOf(stream.name());
        return value >= range.least && value <= range.most;
    }
}
