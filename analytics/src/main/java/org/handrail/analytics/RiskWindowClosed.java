package org.handrail.analytics;

import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** A risk window is over, and how. */
public record RiskWindowClosed(RiskWindowId id, MenteeId mentee, TimeWindow span, Ending ending) {

    /** How a risk window ended. {@code UNKNOWN}: the evidence ended first. Silence is never calm. */
    public enum Ending {
        EASED,
        UNKNOWN
    }
}
