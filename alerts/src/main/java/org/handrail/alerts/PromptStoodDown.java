package org.handrail.alerts;

import java.time.Instant;

/** A prompt needs nobody any more: someone else has it, the mentee is fine, or the mentor may no longer be told. */
public record PromptStoodDown(PromptId prompt, EscalationId escalation, MentorId mentor, Instant at) {}
