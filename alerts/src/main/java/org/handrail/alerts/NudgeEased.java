package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** The stretch eased before the nudge was answered: nothing follows from it any more. */
public record NudgeEased(NudgeId nudge, MenteeId mentee, Instant at) {}
