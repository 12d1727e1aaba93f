package org.handrail.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;

/**
 * When the next attempt is due: the first wait doubles with each attempt up to the longest, the other side's own wish is
 * respected, and there is none that would come after the prompt is worth sending.
 */
final class BackOff {

    private static final int MOST_DOUBLINGS = 20;

    private BackOff() {}

    static Optional<Instant> next(
            int attempt, Optional<Duration> wished, Instant now, Instant worthUntil, AlertsSettings.Firebase settings) {
        Duration doubled = settings.retryFirst().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration own = doubled.compareTo(settings.retryLongest()) < 0 ? doubled : settings.retryLongest();
        Duration wait = wished.filter(wish -> wish.compareTo(own) > 0).orElse(own);
        return Optional.of(now.plus(wait)).filter(worthUntil::isAfter);
    }
}
