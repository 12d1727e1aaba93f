package org.handrail.companion.menteepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.Why;
import org.handrail.companion.InventedMinute;
import org.handrail.companion.menteepage.Today.Quarter;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodayTests {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final MenteeId MENTEE = new MenteeId(new UUID(1, 1));

    private final List<MinuteRecord> minutes = new ArrayList<>();

    @Test
    void nothingKnownIsNotCalm() {
        var today = Today.of(List.of(), List.of(), ZONE, at("2026-11-18T15:00"));

        assertThat(today.summary()).isEqualTo("Nothing is known of today yet. That says nothing about how you are.");
        assertThat(today.quarters().subList(0, 60)).containsOnly(Quarter.UNKNOWN);
        assertThat(today.quarters().subList(60, 96)).containsOnly(Quarter.AHEAD);
    }

    @Test
    void mostlyUnknownIsSaidToBeTooMuch() {
        worn("2026-11-18T00:00", 180);

        var today = Today.of(minutes, List.of(), ZONE, at("2026-11-18T15:00"));

        assertThat(today.summary())
                .isEqualTo("No strained stretch in 3 hours of known time. "
                        + "The rest since midnight, 12 hours, is unknown, too much to say how the day was.");
    }

    @Test
    void aQuarterOfWhichLessThanHalfIsKnownIsUnknown() {
        worn("2026-11-18T01:00", 7);
        worn("2026-11-18T02:00", 8);

        var today = Today.of(minutes, List.of(), ZONE, at("2026-11-18T15:00"));

        assertThat(today.quarters().get(4)).isEqualTo(Quarter.UNKNOWN);
        assertThat(today.quarters().get(8)).isEqualTo(Quarter.USUAL);
    }

    @Test
    void aStretchWhoseEvidenceEndedSaysSo() {
        worn("2026-11-18T00:00", 900);
        var window = window("2026-11-18T14:00", Optional.of(at("2026-11-18T14:30")), Optional.of(Ending.UNKNOWN));

        var today = Today.of(minutes, List.of(window), ZONE, at("2026-11-18T15:00"));

        assertThat(today.summary()).isEqualTo("1 strained stretch in 15 hours of known time.");
        assertThat(today.stretches().get(0).when()).isEqualTo("14:00 to 14:30; how it went on is unknown");
        assertThat(today.quarters().subList(56, 58)).containsOnly(Quarter.STRAINED);
        assertThat(today.quarters().get(58)).isEqualTo(Quarter.USUAL);
    }

    @ParameterizedTest(name = "{0} has {1} quarters")
    @CsvSource({"2026-03-08, 92", "2026-11-01, 100", "2026-11-02, 96"})
    void aDayIsAsLongAsItsClockSays(String date, int quarters) {
        assertThat(Today.of(List.of(), List.of(), ZONE, at(date + "T12:00")).quarters())
                .hasSize(quarters);
    }

    private void worn(String from, int count) {
        for (int minute = 0; minute < count; minute++) {
            minutes.add(InventedMinute.of(at(from).plus(minute, ChronoUnit.MINUTES), MinuteState.USUAL));
        }
    }

    private static RiskWindow window(String start, Optional<Instant> end, Optional<Ending> ending) {
        return new RiskWindow(
                new RiskWindowId(new UUID(2, 2)),
                MENTEE,
                at(start),
                at(start).plusSeconds(600),
                Optional.empty(),
                end,
                ending,
                Optional.empty(),
                Optional.empty(),
                new Why("Several small signs of strain together, while sitting still.", List.of(), List.of(), 1, "1"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
