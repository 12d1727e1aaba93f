package org.handrail.analytics;

import java.time.Instant;
import org.handrail.signals.MenteeId;

/**
 * A risk window has come to a moment at which the mentee may be asked: the risk is high enough for this person, the budget
 * allows it, and the mentee can take a question in. At most once for each window.
 *
 * @param start where the stretch begins
 * @param at end of the minute in which this was decided, by the wrist's clock; what is long past by now is history and is
 *     acted on by nobody
 */
public record DecisionPointReached(RiskWindowId window, MenteeId mentee, Instant start, Instant at, Why why) {}
