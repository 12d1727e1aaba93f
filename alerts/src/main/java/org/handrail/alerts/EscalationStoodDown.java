package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** The mentee said that nobody needs to come. */
public record EscalationStoodDown(EscalationId escalation, MenteeId mentee, Instant at) {}
