package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HardHoursTests {

    @Test
    void withoutReportsEveryHourIsThePopulations() {
        for (int hour = 0; hour < 24; hour++) {
            var term = HardHours.NONE.term(hour, DayOfWeek.FRIDAY);
            assertThat(term.logOdds()).isZero();
            assertThat(term.deviation()).isCloseTo(0.10, within(1e-12));
        }
    }

    @Test
    void hardFridayEveningsMakeFridayEveningsHarderThanOtherTimes() {
        var hours = HardHours.NONE.learn(true, 21, DayOfWeek.FRIDAY);
        for (var day : EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY))) {
            hours = hours.learn(false, 9, day).learn(false, 9, day);
            hours = hours.learn(false, 13, day).learn(false, 13, day);
        }

        double there = hours.term(21, DayOfWeek.FRIDAY).logOdds();
        assertThat(there).isGreaterThan(hours.term(21, DayOfWeek.TUESDAY).logOdds());
        assertThat(hours.term(21, DayOfWeek.TUESDAY).logOdds())
                .isGreaterThan(hours.term(9, DayOfWeek.TUESDAY).logOdds());
        assertThat(hours.term(20, DayOfWeek.FRIDAY)).isEqualTo(hours.term(23, DayOfWeek.FRIDAY));
    }

    @Test
    void oneReportThatItIsFineSaysLittle() {
        var fine = HardHours.NONE.learn(false, 21, DayOfWeek.FRIDAY);

        assertThat(fine.term(21, DayOfWeek.FRIDAY).logOdds()).isBetween(-0.2, -0.1);
        assertThat(fine.term(9, DayOfWeek.MONDAY).logOdds()).isBetween(-0.1, -0.01);
    }

    @RepeatedTest(5)
    void whateverWasReportedItMovesTheRiskByHalfALogitAtMost(RepetitionInfo round) {
        var random = new SplittableRandom(round.getCurrentRepetition());
        double share = random.nextDouble();
        var hours = HardHours.NONE;
        for (int report = 0; report < 1_000; report++) {
            var day = DayOfWeek.of(1 + random.nextInt(7));
            hours = hours.learn(random.nextDouble() < share, random.nextInt(24), day);
            var term = hours.term(random.nextInt(24), day);
            assertThat(term.logOdds()).isBetween(-0.5, 0.5);
            assertThat(term.deviation()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void oldReportsFade() {
        var hours = HardHours.NONE;
        for (int report = 0; report < 50; report++) {
            hours = hours.learn(true, 21, DayOfWeek.FRIDAY);
        }
        for (int report = 0; report < 1_500; report++) {
            hours = hours.learn(false, 21, DayOfWeek.FRIDAY);
        }

        assertThat(hours.term(21, DayOfWeek.FRIDAY).logOdds()).isEqualTo(-0.5);
    }

    @Test
    void comesBackFromItsNumbers() {
        var hours = HardHours.NONE.learn(true, 21, DayOfWeek.FRIDAY).learn(false, 0, DayOfWeek.MONDAY);

        assertThat(HardHours.of(hours.numbers())).isEqualTo(hours).hasSameHashCodeAs(hours);
        assertThatThrownBy(() -> HardHours.of(new double[3])).hasMessageContaining("28 numbers");
    }
}
