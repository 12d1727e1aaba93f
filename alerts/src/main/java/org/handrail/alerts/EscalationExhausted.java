package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** The ladder came to its end and nobody has it: a red row for the coordinator. */
public record EscalationExhausted(EscalationId escalation, MenteeId mentee, Escalation.Exhausted reason, Instant at) {}
