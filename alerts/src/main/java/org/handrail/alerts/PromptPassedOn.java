package org.handrail.alerts;

import java.time.Instant;

/**
 * A prompt went on to the next step.
 *
 * @param handedOver the mentor said "can't right now"; otherwise the deadline passed
 */
public record PromptPassedOn(
        PromptId prompt, EscalationId escalation, MentorId mentor, boolean handedOver, Instant at) {}
