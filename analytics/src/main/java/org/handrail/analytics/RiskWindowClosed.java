package org.handrail.analytics;

import java.time.Instant;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** A risk window is over, and how. */
public record RiskWindowClosed(RiskWindowId id, MenteeId mentee, TimeWindow span, Strength strength, Ending ending) {

    /**
     * How strong it was.
     *
     * @param peakAt end of the minute in which it was strongest
     * @param severity mean likelihood of four minutes then, 0 to 1
     */
    public record Strength(Instant peakAt, double severity) {}

    /** How a risk window ended. {@code UNKNOWN}: the evidence ended first. Silence is never calm. */
    public enum Ending {
        EASED,
        UNKNOWN
    }
}
