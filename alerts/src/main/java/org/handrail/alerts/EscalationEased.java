package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** The stretch eased while a ladder was walked on silence: nobody new is asked, and nobody has it yet. */
public record EscalationEased(EscalationId escalation, MenteeId mentee, Instant at) {}
