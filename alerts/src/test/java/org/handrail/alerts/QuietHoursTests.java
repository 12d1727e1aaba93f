package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest(name = "from {0} until {1}, at {2}: {3}")
    @CsvSource({
        "22:00, 07:00, 2026-06-01T21:59:59, no",
        "22:00, 07:00, 2026-06-01T22:00:00, 2026-06-02T07:00:00",
        "22:00, 07:00, 2026-06-02T00:00:00, 2026-06-02T07:00:00",
        "22:00, 07:00, 2026-06-02T06:59:59, 2026-06-02T07:00:00",
        "22:00, 07:00, 2026-06-02T07:00:00, no",
        "13:00, 14:30, 2026-06-01T13:00:00, 2026-06-01T14:30:00",
        "13:00, 14:30, 2026-06-01T14:30:00, no",
        "13:00, 14:30, 2026-06-01T12:59:59, no",
        "00:00, 06:00, 2026-06-01T00:00:00, 2026-06-01T06:00:00",
        "20:00, 00:00, 2026-06-01T23:59:59, 2026-06-02T00:00:00"
    })
    void runByTheWallOfTheMentee(String from, String until, String local, String end) {
        var at = LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
        var expected = end.equals("no")
                ? Optional.<Instant>empty()
                : Optional.of(LocalDateTime.parse(end).atZone(NEW_YORK).toInstant());
        assertThat(hours(from, until).endAt(at, NEW_YORK)).isEqualTo(expected);
    }

    @Test
    void anEndThatTheClockSkipsIsWhereItSkips() {
        var hours = hours("22:00", "02:30");
        assertThat(hours.endAt(Instant.parse("2026-03-08T06:50:00Z"), NEW_YORK))
                .contains(Instant.parse("2026-03-08T07:00:00Z"));
        assertThat(hours.endAt(Instant.parse("2026-03-08T07:00:00Z"), NEW_YORK)).isEmpty();
    }

    @Test
    void anEndThatComesTwiceIsTheNext() {
        var hours = hours("22:00", "01:30");
        assertThat(hours.endAt(Instant.parse("2026-11-01T05:10:00Z"), NEW_YORK))
                .contains(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(hours.endAt(Instant.parse("2026-11-01T05:40:00Z"), NEW_YORK)).isEmpty();
        assertThat(hours.endAt(Instant.parse("2026-11-01T06:10:00Z"), NEW_YORK))
                .contains(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void aWholeDayIsNotQuiet() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours("22:00", "22:00"));
    }

    private static QuietHours hours(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }
}
