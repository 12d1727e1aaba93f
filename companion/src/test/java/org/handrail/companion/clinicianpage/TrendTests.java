package org.handrail.companion.clinicianpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.Night;
import org.handrail.companion.InventedMinute;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTests {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final List<MinuteRecord> minutes = new ArrayList<>();
    private final List<Night> nights = new ArrayList<>();

    @Test
    void strainedIsAShareOfWhatIsKnownNotOfTheDay() {
        worn("2026-11-18T10:00", 300, MinuteState.USUAL);
        worn("2026-11-18T15:00", 100, MinuteState.STRAINED);
        worn("2026-11-18T17:00", 200, MinuteState.MOVING);

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
        worn("2026-11-18T02:00", 59, MinuteState.USUAL);
        assertThat(dayOf("2026-11-18").skinLevel().isKnown()).isFalse();

        worn("2026-11-18T02:59", 1, MinuteState.USUAL);
        assertThat(dayOf("2026-11-18").skinLevel()).isEqualTo(new Figure(2, 60, 1440));
    }

    @Test
    void aNightStandsOnTheDayOnWhichItEndedWithTheShareOfItThatIsKnown() {
        nights.add(night("2026-11-18", 480, 420, 0.75));

        var night = dayOf("2026-11-18").night();
        assertThat(night.hours()).isEqualTo(new Figure(7, 360, 480));
        assertThat(night.efficiency().value()).isEqualTo(0.875);
        assertThat(night.heartRate()).isEqualTo(new Figure(54, 360, 480));
        assertThat(dayOf("2026-11-17").night().hours().isKnown()).isFalse();
    }

    @Test
    void aNightOfWhichLittleIsKnownCarriesNoFigure() {
        nights.add(night("2026-11-18", 480, 30, 0.1));

        assertThat(dayOf("2026-11-18").night().hours().isKnown()).isFalse();
    }

    @ParameterizedTest(name = "{0} has {1} minutes")
    @CsvSource({"2026-03-08, 1380", "2026-11-01, 1500", "2026-11-02, 1440"})
    void aDayIsAsLongAsItsClockSays(String date, long day) {
        assertThat(dayOf(date).known().expected()).isEqualTo(day);
    }

    @Test
    void todayIsExpectedOnlyUpToNow() {
        var now = at("2026-11-20T04:00");
        var span = Trend.spanOf(7, ZONE, now);

        var days = Trend.of(List.of(), List.of(), List.of(), span, ZONE).days();

        assertThat(days).hasSize(7);
        assertThat(days.get(6).date()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(days.get(6).known().expected()).isEqualTo(240);
    }

    private DayTrend dayOf(String date) {
        var now = at(date + "T12:00").plus(5, ChronoUnit.DAYS);
        var span = Trend.spanOf(28, ZONE, now);
        return Trend.of(minutes, nights, List.of(), span, ZONE).days().stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    private void worn(String from, int count, MinuteState state) {
        for (int minute = 0; minute < count; minute++) {
            minutes.add(InventedMinute.of(at(from).plus(minute, ChronoUnit.MINUTES), state));
        }
    }

    private static Night night(String date, double inBed, double total, double coverage) {
        var risen = at(date + "T07:00");
        var span = new TimeWindow(risen.minusSeconds((long) (60 * inBed)), risen);
        return new Night(
                LocalDate.parse(date),
                Night.Source.MOTION,
                Optional.of(span),
                span,
                new Night.Amounts(inBed, total, 10, 20, inBed - 10, 100 * total / inBed, 2, coverage),
                Optional.empty(),
                new Night.Heart(54, 48),
                new Night.Pattern(Double.NaN, Double.NaN, Double.NaN));
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), ZONE).toInstant();
    }
}
