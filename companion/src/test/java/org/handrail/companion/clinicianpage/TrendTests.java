package org.handrail.companion.clinicianpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTests {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final List<MinuteRecord> minutes = new ArrayList<>();

    @Test
    void strainedIsAShareOfWhatIsKnownNotOfTheDay() {
        worn("2026-11-18T10:00", 300, MinuteState.USUAL, 70);
        worn("2026-11-18T15:00", 100, MinuteState.STRAINED, 84);
        worn("2026-11-18T17:00", 200, MinuteState.MOVING, 110);

        var day = dayOf("2026-11-18");

        assertThat(day.strainedShare()).isEqualTo(new Figure(0.25, 400, 1440));
        assertThat(day.known()).isEqualTo(new Figure(400 / 1440.0, 400, 1440));
    }

    @Test
    void aDayWithoutAnyMinuteIsAGapNotACalmDay() {
        var day = dayOf("2026-11-18");

        assertThat(day.known()).isEqualTo(new Figure(0, 0, 1440));
        assertThat(day.strainedShare().isKnown()).isFalse();
        assertThat(day.skinLevel().isKnown()).isFalse();
    }

    @Test
    void lessThanAnHourCarriesNoFigure() {
        worn("2026-11-18T02:00", 59, MinuteState.USUAL, 58);
        assertThat(dayOf("2026-11-18").nightHeartRate().isKnown()).isFalse();

        worn("2026-11-18T02:59", 1, MinuteState.USUAL, 58);
        assertThat(dayOf("2026-11-18").nightHeartRate()).isEqualTo(new Figure(58, 60, 360));
    }

    @Test
    void theNightEndsAtSix() {
        worn("2026-11-18T05:00", 60, MinuteState.USUAL, 56);
        worn("2026-11-18T06:00", 600, MinuteState.USUAL, 75);

        assertThat(dayOf("2026-11-18").nightHeartRate().value()).isEqualTo(56);
    }

    @ParameterizedTest(name = "{0} has {1} minutes, its night {2}")
    @CsvSource({"2026-03-08, 1380, 300", "2026-11-01, 1500, 420", "2026-11-02, 1440, 360"})
    void aDayIsAsLongAsItsClockSays(String date, long day, long night) {
        var trend = dayOf(date);

        assertThat(trend.known().expected()).isEqualTo(day);
        assertThat(trend.nightHeartRate().expected()).isEqualTo(night);
    }

    @Test
    void todayIsExpectedOnlyUpToNow() {
        var now = at("2026-11-20T04:00");
        var span = Trend.spanOf(7, ZONE, now);

        var days = Trend.of(List.of(), List.of(), span, ZONE).days();

        assertThat(days).hasSize(7);
        assertThat(days.get(6).date()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(days.get(6).known().expected()).isEqualTo(240);
    }

    private DayTrend dayOf(String date) {
        var now = at(date + "T12:00").plus(5, ChronoUnit.DAYS);
        var span = Trend.spanOf(28, ZONE, now);
        return Trend.of(minutes, List.of(), span, ZONE).days().stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    private void worn(String from, int count, MinuteState state, double heartRate) {
        for (int minute = 0; minute < count; minute++) {
            minutes.add(new MinuteRecord(
                    at(from).plus(minute, ChronoUnit.MINUTES), state, 1, 1, heartRate, 40, 2, 1, 0.01, 0.3));
        }
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), ZONE).toInstant();
    }
}
