package org.handrail.analytics.lane;

import java.time.Instant;
import org.handrail.analytics.detection.RiskFact;

/** A fact, and when the frame that led to it was received; for silence, until when nothing was. */
record Found(RiskFact fact, Instant receivedAt) {}
