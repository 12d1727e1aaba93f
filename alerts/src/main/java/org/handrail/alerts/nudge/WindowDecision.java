package org.handrail.alerts.nudge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.analytics.RiskWindowClosed.Ending;

/** What a risk window that came to a decision point leads to: a nudge, or the reason why not. */
final class WindowDecision {

    private WindowDecision() {}

    /**
     * How things stand with the mentee.
     *
     * @param ending of the window, as far as is known. Silence is never calm: only what eased is over
     * @param matterOpen a nudge waits or a ladder is walked
     * @param quietUntil when the mentee's quiet hours end, where they run
     * @param askedToday nudges since the last local midnight
     */
    record Situation(
            Optional<Ending> ending,
            boolean matterOpen,
            Optional<Instant> quietUntil,
            Optional<Instant> lastAskedAt,
            int askedToday) {

        boolean hasEased() {
            return ending.equals(Optional.of(Ending.EASED));
        }
    }

    static Decision decide(Instant point, Instant now, Situation situation, AlertsSettings settings) {
        if (situation.hasEased() || Duration.between(point, now).compareTo(settings.freshness()) > 0) {
            return Decision.HISTORY;
        }
        if (situation.matterOpen()) {
            return Decision.JOINED;
        }
        if (situation.quietUntil().isPresent()) {
            boolean isSoonOver = !situation.quietUntil().get().isAfter(now.plus(settings.longestHold()));
            return isSoonOver ? Decision.WAITS_OUT_QUIET_HOURS : Decision.HELD_IN_QUIET_HOURS;
        }
        return rationed(now, situation, settings);
    }

    /** The quiet hours in which it came to its decision point should be over. One that has ended is not asked about. */
    static Decision decideAfterQuietHours(Instant now, Situation situation, AlertsSettings settings) {
        if (situation.ending().isPresent() || situation.quietUntil().isPresent()) {
            return Decision.HELD_IN_QUIET_HOURS;
        }
        return situation.matterOpen() ? Decision.JOINED : rationed(now, situation, settings);
    }

    private static Decision rationed(Instant now, Situation situation, AlertsSettings settings) {
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
