package org.handrail.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.Why;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** A risk window as another room tells of it, part by part. It began ten minutes before it opened. */
record Stretch(RiskWindowId id, MenteeId mentee, Instant openedAt) {

    static final String WHY = "Heart rate well above what is usual for this hour";

    private static final Why REASONS = new Why(WHY, List.of(), List.of(), 1, "1");

    static Stretch of(MenteeId mentee, Instant openedAt) {
        return new Stretch(new RiskWindowId(UUID.randomUUID()), mentee, openedAt);
    }

    RiskWindowOpened opened() {
        return new RiskWindowOpened(id, mentee, start(), openedAt, REASONS);
    }

    DecisionPointReached pointAt(Instant at) {
        return new DecisionPointReached(id, mentee, start(), at, REASONS);
    }

    RiskWindowClosed closed(Ending ending) {
        return new RiskWindowClosed(
                id,
                mentee,
                new TimeWindow(start(), openedAt.plusSeconds(1)),
                new RiskWindowClosed.Strength(openedAt, 0.8),
                ending);
    }

    private Instant start() {
        return openedAt.minusSeconds(600);
    }
}
