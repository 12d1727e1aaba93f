package org.handrail.analytics;

import java.time.Instant;
import java.util.UUID;
import org.handrail.signals.MenteeId;

/**
 * A question on the watch was left without an answer.
 *
 * @param nudge the question
 * @param at when its waiting time was over
 */
public record QuestionUnanswered(MenteeId mentee, UUID nudge, Instant at) {}
