package org.handrail.analytics;

import java.time.Instant;
import java.util.Optional;
import org.handrail.signals.MenteeId;

/**
 * A risk window as it stands in the record. Open until it has an ending.
 *
 * @param strength empty while it is open, and where the end of the evidence is all that is known
 * @param decisionPoint when it was worth a question; empty where it never was
 */
public record RiskWindow(
        RiskWindowId id,
        MenteeId mentee,
        Instant start,
        Instant openedAt,
        Optional<Instant> silentSince,
        Optional<Instant> end,
        Optional<RiskWindowClosed.Ending> ending,
        Optional<RiskWindowClosed.Strength> strength,
        Optional<Instant> decisionPoint,
        Why why) {}
