package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** A nudge is on its way to the watch. */
public record NudgeSent(NudgeId nudge, MenteeId mentee, Instant at) {}
