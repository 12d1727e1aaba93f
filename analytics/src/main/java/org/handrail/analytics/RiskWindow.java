package org.handrail.analytics;

import java.time.Instant;
import java.util.Optional;
import org.handrail.signals.MenteeId;

/** A risk window as it stands in the record. Open until it has an ending. */
public record RiskWindow(
        RiskWindowId id,
        MenteeId mentee,
        Instant start,
        Instant openedAt,
        Optional<Instant> silentSince,
        Optional<Instant> end,
        Optional<RiskWindowClosed.Ending> ending,
        Optional<RiskWindowClosed.Strength> strength,
        Why why) {}
