package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.handrail.analytics.Night;
import org.handrail.analytics.Night.Amounts;
import org.handrail.analytics.Night.Heart;
import org.handrail.analytics.Night.Pattern;
import org.handrail.analytics.Why.Term;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NightsBehindTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-05-01");
    private static final double UNKNOWN = Double.NaN;

    @Test
    void beforeTheFirstNightNothingIsAdded() {
        assertThat(NightsBehind.NONE.terms(noon(0))).isEmpty();
    }

    @Test
    void aShortNightAddsWhereFiveKnownOnesTellWhatIsUsual() {
        assertThat(value(usual(4, 90).over(night(4, 300, 90)), NightsBehind.SLEEP_SHORT, noon(4)))
                .isZero();
        assertThat(value(usual(5, 90).over(night(5, 440, 90)), NightsBehind.SLEEP_SHORT, noon(5)))
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aLongAndSoundNightTakesNothingOff() {
        assertThat(usual(10, 90).over(night(10, 560, 99)).terms(noon(10))).isEmpty();
    }

    @Test
    void shortAndRestlessAddAQuarterTogetherAtMost() {
        var nights = usual(10, 90).over(night(10, 120, 40));
        double shorter = value(nights, NightsBehind.SLEEP_SHORT, noon(10));
        double restless = value(nights, NightsBehind.SLEEP_RESTLESS, noon(10));

        assertThat(shorter).isPositive();
        assertThat(restless).isPositive();
        assertThat(shorter + restless).isCloseTo(0.25, within(1e-12));
    }

    @RepeatedTest(20)
    void whateverTheNightsWereShortAndRestlessStayWithinAQuarter(RepetitionInfo round) {
        var random = new SplittableRandom(round.getCurrentRepetition());
        var nights = NightsBehind.NONE;
        for (int day = 0; day < 60; day++) {
            nights = nights.over(night(day, random.nextInt(700), random.nextInt(101)));
            double both = value(nights, NightsBehind.SLEEP_SHORT, noon(day))
                    + value(nights, NightsBehind.SLEEP_RESTLESS, noon(day));
            assertThat(both).isBetween(0.0, 0.25 + 1e-12);
        }
    }

    @Test
    void aNightToldAgainReplacesItself() {
        var once = usual(10, 90).over(night(10, 300, 80));
        var again = usual(10, 90).over(night(10, 480, 90)).over(night(10, 300, 80));

        assertThat(again).isEqualTo(once);
        assertThat(once.over(night(10, 300, 80))).isEqualTo(once);
    }

    @Test
    void aNightBeforeTheLastChangesNothing() {
        var nights = usual(10, 90);

        assertThat(nights.over(night(3, 100, 50))).isEqualTo(nights);
    }

    @Test
    void aNightCountsForADay() {
        var nights = usual(10, 90).over(night(10, 300, 90));
        var risen = night(10, 300, 90).asleep().end();

        assertThat(nights.terms(risen.plusSeconds(86_399))).isNotEmpty();
        assertThat(nights.terms(risen.plusSeconds(86_400))).isEmpty();
    }

    @Test
    void irregularSleepAddsAndRegularSleepTakesOffWithinTwoSpreads() {
        assertThat(value(with(81 - 9.3, UNKNOWN), NightsBehind.SLEEP_IRREGULAR, noon(0)))
                .isCloseTo(0.15, within(1e-9));
        assertThat(value(with(-100, UNKNOWN), NightsBehind.SLEEP_IRREGULAR, noon(0)))
                .isCloseTo(0.30, within(1e-9));
        assertThat(value(with(100, UNKNOWN), NightsBehind.SLEEP_IRREGULAR, noon(0)))
                .isBetween(-0.31, -0.30);
    }

    @Test
    void sleepOwedAddsATenthAtMost() {
        assertThat(value(with(UNKNOWN, 150), NightsBehind.SLEEP_DEBT, noon(0))).isCloseTo(0.05, within(1e-12));
        assertThat(value(with(UNKNOWN, 3_000), NightsBehind.SLEEP_DEBT, noon(0)))
                .isCloseTo(0.10, within(1e-12));
    }

    @Test
    void aNightThatCannotBeToldAddsNothingAndIsNoMeasureOfTheNext() {
        var nights = usual(6, 90).over(night(6, UNKNOWN, UNKNOWN));

        assertThat(nights.terms(noon(6))).isEmpty();
        assertThat(nights.over(night(7, 480, 90))).satisfies(next -> {
            assertThat(next.asleep().mean()).isCloseTo(460, within(1e-9));
            assertThat(next.asleep().variance()).isZero();
        });
    }

    /** As from a wearer of whom nobody knows when they went to bed. */
    @Test
    void aShortNightCountsAlsoWhereTheTimeInBedIsUnknown() {
        var nights = usual(6, UNKNOWN).over(night(6, 440, UNKNOWN));

        assertThat(value(nights, NightsBehind.SLEEP_SHORT, noon(6))).isCloseTo(0.1, within(1e-12));
        assertThat(value(nights, NightsBehind.SLEEP_RESTLESS, noon(6))).isZero();
    }

    @Test
    void oneNightWithoutATimeInBedLeavesWhatIsUsualOfTheOthers() {
        var nights = usual(6, 90).over(night(6, 480, UNKNOWN)).over(night(7, 480, 88));

        assertThat(value(nights, NightsBehind.SLEEP_RESTLESS, noon(7))).isCloseTo(0.1, within(1e-12));
    }

    private static NightsBehind usual(int nights, double efficiency) {
        var behind = NightsBehind.NONE;
        for (int day = 0; day < nights; day++) {
            behind = behind.over(night(day, 460, efficiency));
        }
        return behind;
    }

    private static NightsBehind with(double regularity, double debt) {
        return NightsBehind.NONE.over(night(0, 480, 90, regularity, debt));
    }

    private static double value(NightsBehind nights, String name, Instant now) {
        return nights.terms(now).stream()
                .filter(term -> term.feature().equals(name))
                .mapToDouble(Term::logOdds)
                .sum();
    }

    private static Night night(int day, double asleep, double efficiency) {
        return night(day, asleep, efficiency, UNKNOWN, UNKNOWN);
    }

    private static Night night(int day, double asleep, double efficiency, double regularity, double debt) {
        var date = FIRST.plusDays(day);
        var end = date.atTime(7, 0).toInstant(ZoneOffset.UTC);
        return new Night(
                date,
                Night.Source.MOTION,
                Optional.empty(),
                new TimeWindow(end.minusSeconds(8 * 3_600), end),
                new Amounts(UNKNOWN, asleep, UNKNOWN, 20, 480, efficiency, 1, 1),
                Optional.empty(),
                new Heart(55, 40),
                new Pattern(regularity, UNKNOWN, debt));
    }

    private static Instant noon(int day) {
        return FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
