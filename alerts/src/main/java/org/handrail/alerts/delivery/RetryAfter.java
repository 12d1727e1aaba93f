package org.handrail.alerts.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The {@code Retry-After} header of HTTP, in seconds or as a date (RFC 9110, 10.2.3). Unreadable or past: none. */
final class RetryAfter {

    private RetryAfter() {}

    static Optional<Duration> read(Optional<Map<String, Object>> headers, Instant now) {
        return headers.flatMap(all -> all.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("retry-after"))
                        .map(header -> first(header.getValue()))
                        .findFirst())
                .flatMap(value -> parse(value, now))
                .filter(wait -> !wait.isNegative());
    }

    private static String first(Object value) {
        return value instanceof Collection<?> values && !values.isEmpty()
                ? String.valueOf(values.iterator().next())
                : String.valueOf(value);
    }

    private static Optional<Duration> parse(String value, Instant now) {
        try {
            return Optional.of(
                    value.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(value))
                            : Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
