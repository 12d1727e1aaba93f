package org.handrail.analytics;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/** The wrist fell silent in the middle of a risk window: how the mentee is, is unknown from {@code since} on. */
public record RiskWindowFellSilent(RiskWindowId id, MenteeId mentee, Instant since) {}
