package org.handrail.alerts;

import java.time.Instant;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;

/** A risk window that was heard of, and what was decided about it. */
public record HeardWindow(RiskWindowId id, MenteeId mentee, Instant openedAt, Instant heardAt, Decision decision) {

    /** What a risk window led to. */
    public enum Decision {
        NUDGED,
        /** A nudge or an escalation was open already. */
        JOINED,
        /** Too soon after the last nudge. */
        HELD_AS_TOO_SOON,
        /** The day's nudges were spent. */
        HELD_AS_OVER_BUDGET,
        /** Opened too long ago to act on. */
        HISTORY
    }
}
