package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** Someone asked for company so long ago that no mentor is woken for it now: a red row for the coordinator. */
public record ReachOutCameTooLate(MenteeId mentee, Instant pressedAt, Instant at) {}
