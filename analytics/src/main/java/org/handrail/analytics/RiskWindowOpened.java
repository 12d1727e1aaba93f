package org.handrail.analytics;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/**
 * A strained stretch has lasted long enough to be believed.
 *
 * @param start where the stretch begins
 * @param openedAt end of the minute in which it was believed, by the wrist's clock; what is long past by now is history and
 *     is acted on by nobody
 */
public record RiskWindowOpened(RiskWindowId id, MenteeId mentee, Instant start, Instant openedAt, Why why) {}
