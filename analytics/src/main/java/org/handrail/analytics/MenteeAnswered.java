package org.handrail.analytics;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;

/**
 * The mentee pressed one of the three answers on the watch, or "reach out now". Published once for each frame, whatever
 * dies in between; it may be heard late, so {@code answeredAt} says when it was pressed.
 *
 * @param nudge what was answered; empty for "reach out now"
 */
public record MenteeAnswered(
        MenteeId mentee, Optional<UUID> nudge, Answer.Choice choice, Instant answeredAt, Instant receivedAt) {}
