package org.handrail.analytics;

import java.time.Instant;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;

/** The mentee has said how it is, at a check-in. Published once for each frame; it may be heard late and twice. */
public record MenteeReported(MenteeId mentee, SelfReport report, Instant at) {}
