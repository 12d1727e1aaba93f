package org.handrail.analytics;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** Enough ordinary minutes of this mentee are known for "usual" to mean theirs and not the population's. Told once. */
public record BaselineEstablished(MenteeId mentee, Instant at) {}
