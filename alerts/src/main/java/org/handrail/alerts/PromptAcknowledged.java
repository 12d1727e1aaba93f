package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** A mentor said "I have it". */
public record PromptAcknowledged(
        PromptId prompt, EscalationId escalation, MenteeId mentee, MentorId mentor, Instant at) {}
