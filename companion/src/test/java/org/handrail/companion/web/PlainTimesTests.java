package org.handrail.companion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTimesTests {

    private static final Instant NOW = Instant.parse("2026-11-20T04:40:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final PlainTimes times = new PlainTimes(ZONE, NOW);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T04:28:00Z | 23:28",
                "2026-11-19T04:28:00Z | yesterday 23:28",
                "2026-11-16T16:05:00Z | Mon 16 Nov, 11:05"
            })
    void anInstantIsSaidByTheReadersClock(Instant instant, String words) {
        assertThat(times.at(instant)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, just now",
        "PT59S, just now",
        "PT60S, 1 minute ago",
        "PT12M40S, 12 minutes ago",
        "PT1H, 1 hour ago",
        "PT23H59M, 23 hours ago",
        "PT48H, 2 days ago"
    })
    void whatIsPastIsSaidInTheLargestUnit(Duration passed, String words) {
        assertThat(times.ago(NOW.minus(passed))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT20M, 20 minutes", "PT1H, 1 hour", "PT9H20M, 9 hours 20 minutes", "PT0S, 0 minutes"})
    void aLengthIsSaidInHoursAndMinutes(Duration length, String words) {
        assertThat(PlainTimes.length(length)).isEqualTo(words);
    }
}
