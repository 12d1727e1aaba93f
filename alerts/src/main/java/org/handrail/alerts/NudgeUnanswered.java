package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** The waiting time passed in silence. */
public record NudgeUnanswered(NudgeId nudge, MenteeId mentee, Instant at) {}
