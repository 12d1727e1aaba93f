package org.handrail.analytics;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.signals.MenteeId;

/**
 * What a mentor found who looked in.
 *
 * @param nudge the question that led to it; empty where the mentee had asked for company
 */
public record MentorOutcome(MenteeId mentee, Optional<UUID> nudge, Found found, Instant at) {

    /** In the words of the mentor. {@code REACHED} says nothing on how it was. */
    public enum Found {
        REACHED,
        WAS_FINE,
        NEEDS_MORE,
        COULD_NOT_REACH
    }
}
