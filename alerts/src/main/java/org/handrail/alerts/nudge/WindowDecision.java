package org.handrail.alerts.nudge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.HeardWindow.Decision;

/** What a risk window that was just heard of leads to: a nudge, or the reason why not. */
final class WindowDecision {

    private WindowDecision() {}

    /**
     * How things stand with the mentee.
     *
     * @param matterOpen a nudge waits or a ladder is walked
     * @param askedToday nudges since the last local midnight
     */
    record Situation(boolean matterOpen, Optional<Instant> lastAskedAt, int askedToday) {}

    static Decision decide(Instant openedAt, Instant now, Situation situation, AlertsSettings settings) {
        if (Duration.between(openedAt, now).compareTo(settings.freshness()) > 0) {
            return Decision.HISTORY;
        }
        if (situation.matterOpen()) {
            return Decision.JOINED;
        }
        if (situation
                .lastAskedAt()
                .map(last -> now.isBefore(last.plus(settings.refractory())))
                .orElse(false)) {
            return Decision.HELD_AS_TOO_SOON;
        }
        return situation.askedToday() < settings.nudgesPerDay() ? Decision.NUDGED : Decision.HELD_AS_OVER_BUDGET;
    }

    /** A local day may have 23 or 25 hours, and need not begin at midnight where the clock skips it. */
    static Instant dayStart(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
