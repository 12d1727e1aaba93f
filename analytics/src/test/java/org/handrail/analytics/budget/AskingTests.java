package org.handrail.analytics.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.handrail.analytics.budget.Asking.Moment;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTests {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final double HIGH = 4;

    @Test
    void asksOnceInAWindow() {
        var asked = asked(Asking.START, 0, 240, minute -> new Moment(minute, 0, HIGH, true, true));

        assertThat(asked).containsExactly(0L);
    }

    @Test
    void asksInTheFirstMinuteThatIsWorthIt() {
        var asked = asked(Asking.START, 0, 30, minute -> new Moment(minute, 0, minute < 12 ? -1 : HIGH, true, true));

        assertThat(asked).containsExactly(12L);
    }

    @Test
    void outsideAWindowNothingIsAskedHoweverHighTheRisk() {
        assertThat(asked(Asking.START, 0, 240, minute -> new Moment(minute, 0, HIGH, false, true)))
                .isEmpty();
    }

    @Test
    void whereUsualIsLikelierThanStrainedNothingIsAskedHoweverLongItWasQuiet() {
        var quiet = run(Asking.START, 0, 100_000, minute -> new Moment(minute, minute / 1_440, -5, false, true));

        assertThat(asked(quiet, 100_000, 60, minute -> new Moment(minute, 70, -0.01, true, true)))
                .isEmpty();
        assertThat(asked(quiet, 100_000, 60, minute -> new Moment(minute, 70, 0.01, true, true)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 29})
    void aWindowIsHeldForHalfAnHourUntilTheMenteeIsReceptive(int receptiveFrom) {
        var asked = asked(Asking.START, 0, 120, minute -> new Moment(minute, 0, HIGH, true, minute >= receptiveFrom));

        assertThat(asked).containsExactly((long) receptiveFrom);
    }

    @Test
    void afterHalfAnHourTheWindowIsDroppedWhichCostsNothing() {
        var dropped = run(Asking.START, 0, 30, minute -> new Moment(minute, 0, HIGH, true, false));

        assertThat(asked(dropped, 30, 200, minute -> new Moment(minute, 0, HIGH, true, true)))
                .isEmpty();
        assertThat(dropped.budget().left()).isEqualTo(2);
        assertThat(dropped.budget().lastMinute()).isEqualTo(AlertBudget.LONG_AGO);
        assertThat(dropped.budget().threshold())
                .isLessThanOrEqualTo(Asking.START.budget().threshold());
    }

    @Test
    void theWaitGoesOnThroughUnknownMinutesAndALullOfTheRisk() {
        var dropped = run(
                Asking.START,
                0,
                30,
                minute -> new Moment(minute, 0, minute == 0 ? HIGH : minute % 2 == 0 ? Double.NaN : -1, true, false));

        assertThat(dropped.isSettled()).isTrue();
    }

    @Test
    void theNextWindowIsWeighedAnew() {
        var dropped = run(Asking.START, 0, 40, minute -> new Moment(minute, 0, HIGH, minute < 39, false));

        assertThat(dropped.isSettled()).isFalse();
        assertThat(asked(dropped, 40, 10, minute -> new Moment(minute, 0, HIGH, true, true)))
                .containsExactly(40L);
    }

    @Test
    void anUnknownMinuteAsksNothing() {
        assertThat(asked(Asking.START, 0, 60, minute -> new Moment(minute, 0, Double.NaN, true, true)))
                .isEmpty();
    }

    /** The risk is always high, and every ten minutes a window opens. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28", "2026-10-24"})
    void overTheNightsOfDaylightSavingTheDayIsTheWallClocks(LocalDate before) {
        var midnight = before.atStartOfDay(VIENNA);
        var end = before.plusDays(3).atStartOfDay(VIENNA);
        long first = midnight.toEpochSecond() / 60;
        int count = (int) Duration.between(midnight, end).toMinutes();

        var asked = asked(
                Asking.START, first, count, minute -> new Moment(minute, day(minute), 100, minute % 10 != 9, true));

        var expected = new ArrayList<ZonedDateTime>();
        for (int day = 0; day < 3; day++) {
            expected.add(before.plusDays(day).atStartOfDay(VIENNA));
            expected.add(before.plusDays(day).atTime(LocalTime.of(1, 30)).atZone(VIENNA));
        }
        assertThat(asked.stream().map(AskingTests::local)).isEqualTo(expected);
    }

    /** The risk is often higher than it takes, and seldom beyond the highest threshold. */
    @RepeatedTest(10)
    void overAYearTheRateIsKeptAndNoDayHasMoreThanTwoNorTwoWithinNinetyMinutes(RepetitionInfo round) {
        var random = new SplittableRandom(round.getCurrentRepetition());
        long first = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;
        double usual = 0.5 + 1.5 * random.nextDouble();
        var asking = Asking.START;
        var asked = new ArrayList<Long>();
        int windowLeft = 0;
        long eligible = 0;
        for (long minute = first; minute < first + 365 * 1_440; minute++) {
            windowLeft = windowLeft > 0 ? windowLeft - 1 : random.nextInt(150) == 0 ? random.nextInt(5, 60) : 0;
            int hour = local(minute).getHour();
            boolean isAwake = hour >= 8 && hour < 23;
            double score = random.nextInt(10) == 0 ? Double.NaN : usual + random.nextGaussian();
            eligible += isAwake && !Double.isNaN(score) ? 1 : 0;
            boolean isReceptive = isAwake && random.nextInt(20) != 0;
            var advance = asking.over(new Moment(minute, day(minute), score, isAwake && windowLeft > 0, isReceptive));
            asking = advance.next();
            if (advance.asks()) {
                asked.add(minute);
            }
        }

        double wanted = eligible / 900.0 * 0.7;
        assertThat((double) asked.size())
                .as("seed %d", round.getCurrentRepetition())
                .isBetween(0.85 * wanted, 1.1 * wanted);
        holdsTheHardLimits(asked);
    }

    private static void holdsTheHardLimits(List<Long> asked) {
        var ofDay = new HashMap<Long, Integer>();
        long last = Long.MIN_VALUE / 2;
        for (long minute : asked) {
            assertThat(minute - last).isGreaterThanOrEqualTo(90);
            assertThat(ofDay.merge(day(minute), 1, Integer::sum)).isLessThanOrEqualTo(2);
            last = minute;
        }
    }

    private interface Life {
        Moment at(long minute);
    }

    private static Asking run(Asking before, long first, int count, Life life) {
        var asking = before;
        for (long minute = first; minute < first + count; minute++) {
            asking = asking.over(life.at(minute)).next();
        }
        return asking;
    }

    private static List<Long> asked(Asking before, long first, int count, Life life) {
        var asking = before;
        var asked = new ArrayList<Long>();
        for (long minute = first; minute < first + count; minute++) {
            var advance = asking.over(life.at(minute));
            asking = advance.next();
            if (advance.asks()) {
                asked.add(minute);
            }
        }
        return asked;
    }

    private static ZonedDateTime local(long minute) {
        return Instant.ofEpochSecond(minute * 60).atZone(VIENNA);
    }

    private static long day(long minute) {
        return local(minute).toLocalDate().toEpochDay();
    }
}
