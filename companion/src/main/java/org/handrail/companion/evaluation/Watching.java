package org.handrail.companion.evaluation;

import java.time.ZoneOffset;
import java.util.UUID;
import org.handrail.analytics.Detection;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.signals.MenteeId;

/** How a sitting is watched: with which weights, and whether the body's work keeps a minute unknown. */
record Watching(EvidenceWeights weights, boolean isGated) {

    private static final MenteeId SOMEBODY = new MenteeId(new UUID(0, 1));

    static Watching with(EvidenceWeights weights) {
        return new Watching(weights, true);
    }

    Watching ungated() {
        return new Watching(weights, false);
    }

    /** From nothing known. */
    Detection begin(Detection.Listener listener) {
        return isGated
                ? new Detection(weights, SOMEBODY, ZoneOffset.UTC, listener)
                : Detection.ungated(weights, SOMEBODY, ZoneOffset.UTC, listener);
    }
}
