package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.handrail.analytics.Why.Term;
import org.handrail.signals.Answer;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SelfReport.Subject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SaidLatelyTests {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void whoHasSaidNothingAddsNothing() {
        assertThat(SaidLately.NOTHING.terms(NOON.toEpochMilli())).isEmpty();
        assertThat(SaidLately.NOTHING.isInCraving(NOON.toEpochMilli())).isFalse();
        assertThat(SaidLately.NOTHING.wantsToBeLeftAlone(NOON.toEpochMilli())).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1} adds {2}")
    @CsvSource({
        "CRAVING,10,1.5",
        "CRAVING,4,0",
        "CRAVING,3,-0.25",
        "CRAVING,0,-0.5",
        "STRESS,10,0.9",
        "STRESS,4,0",
        "STRESS,0,-0.5"
    })
    void aLevelAddsByItsDistanceFromAnOrdinaryOneAndRelievesOnlyALittle(Subject subject, int level, double logOdds) {
        var said = told(SaidLately.NOTHING, subject, level, at(0));

        assertThat(logOdds(said, subject + "_SAID", at(0))).isCloseTo(logOdds, within(1e-12));
    }

    @Test
    void whatWasSaidFadesOverFourHours() {
        var said = told(SaidLately.NOTHING, Subject.CRAVING, 8, at(0));

        assertThat(logOdds(said, SaidLately.CRAVING_SAID, at(0))).isCloseTo(1, within(1e-12));
        assertThat(logOdds(said, SaidLately.CRAVING_SAID, at(120))).isCloseTo(0.5, within(1e-12));
        assertThat(said.terms(at(239))).isNotEmpty();
        assertThat(said.terms(at(240))).isEmpty();
    }

    @Test
    void aReportFromAClockThatRunsAheadCountsWhollyAndNoMore() {
        var said = told(SaidLately.NOTHING, Subject.CRAVING, 8, at(30));

        assertThat(logOdds(said, SaidLately.CRAVING_SAID, at(0))).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"MOOD", "SLEEP_QUALITY"})
    void moodAndSleepQualityAddNothing(Subject subject) {
        assertThat(told(SaidLately.NOTHING, subject, 10, at(0))).isEqualTo(SaidLately.NOTHING);
    }

    @Test
    void ofTwoContradictingReportsTheLaterStandsWhicheverComesFirst() {
        var inOrder = told(told(SaidLately.NOTHING, Subject.CRAVING, 9, at(0)), Subject.CRAVING, 1, at(5));
        var overtaken = told(told(SaidLately.NOTHING, Subject.CRAVING, 1, at(5)), Subject.CRAVING, 9, at(0));

        assertThat(inOrder.craving()).isEqualTo(new SaidLately.Level(1, at(5)));
        assertThat(overtaken).isEqualTo(inOrder);
    }

    @RepeatedTest(20)
    void reportsInAnyOrderLeaveTheLatestOfEachSubject(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var minutes = new ArrayList<Integer>();
        for (int i = 0; i < 30; i++) {
            minutes.add(i * 7);
        }
        Collections.shuffle(minutes, random);
        var said = SaidLately.NOTHING;
        for (int minute : minutes) {
            said = told(said, minute % 2 == 0 ? Subject.CRAVING : Subject.STRESS, minute % 11, at(minute));
        }

        assertThat(said.craving()).isEqualTo(new SaidLately.Level(196 % 11, at(196)));
        assertThat(said.stress()).isEqualTo(new SaidLately.Level(203 % 11, at(203)));
        assertThat(said.reportMs()).isEqualTo(at(203));
    }

    @Test
    void daysWithoutAWordCountForWhoeverUsuallyGivesOne() {
        var daily = SaidLately.NOTHING;
        for (int day = 0; day < 10; day++) {
            daily = told(daily, Subject.CRAVING, 4, at(day * 600));
        }
        long last = 9 * 600;

        assertThat(logOdds(daily, SaidLately.UNANSWERED, at(last + 23 * 60))).isZero();
        assertThat(logOdds(daily, SaidLately.UNANSWERED, at(last + 31 * 60))).isCloseTo(0.2, within(1e-12));
        assertThat(logOdds(daily, SaidLately.UNANSWERED, at(last + 49 * 60))).isCloseTo(0.4, within(1e-12));
        assertThat(logOdds(daily, SaidLately.UNANSWERED, at(last + 900 * 60))).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void quietDaysSayNothingOfWhoeverSeldomReportsOrReportedOnce() {
        var once = told(SaidLately.NOTHING, Subject.CRAVING, 4, at(0));
        var seldom = told(once, Subject.CRAVING, 4, at(48 * 60));

        assertThat(once.terms(at(20 * 24 * 60))).isEmpty();
        assertThat(seldom.terms(at((48 + 143) * 60))).isEmpty();
        assertThat(logOdds(seldom, SaidLately.UNANSWERED, at((48 + 144) * 60))).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aCheckInOfSeveralWordsIsOneReportForTheGap() {
        var said = told(told(SaidLately.NOTHING, Subject.CRAVING, 4, at(0)), Subject.STRESS, 4, at(1));

        assertThat(said.usualGapH()).isNaN();
    }

    @Test
    void daysSinceTheLastWishForCompanyAddLittleByLittle() {
        var said = SaidLately.NOTHING.hear(new Answer(Optional.empty(), Answer.Choice.REACH_OUT), at(0));

        assertThat(logOdds(said, SaidLately.SINCE_CONTACT, at(23 * 60))).isZero();
        assertThat(logOdds(said, SaidLately.SINCE_CONTACT, at(3 * 24 * 60))).isCloseTo(0.06, within(1e-12));
        assertThat(logOdds(said, SaidLately.SINCE_CONTACT, at(400 * 24 * 60))).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void anAnswerIsNoWishForCompany() {
        assertThat(okay(SaidLately.NOTHING, 0).contactMs()).isEqualTo(SaidLately.NEVER);
    }

    @Test
    void whoHasJustAnsweredIsLeftAloneForAnHourAlsoWhereAnEarlierAnswerComesLate() {
        var said = okay(okay(SaidLately.NOTHING, 30), 0);

        assertThat(said.wantsToBeLeftAlone(at(89))).isTrue();
        assertThat(said.wantsToBeLeftAlone(at(90))).isFalse();
    }

    @Test
    void aHardCravingLastsTwoHoursUnlessALaterWordSaysOtherwise() {
        var hard = told(SaidLately.NOTHING, Subject.CRAVING, 7, at(0));

        assertThat(hard.isInCraving(at(119))).isTrue();
        assertThat(hard.isInCraving(at(120))).isFalse();
        assertThat(told(hard, Subject.CRAVING, 6, at(10)).isInCraving(at(11))).isFalse();
        assertThat(told(hard, Subject.STRESS, 0, at(10)).isInCraving(at(11))).isTrue();
    }

    private static SaidLately okay(SaidLately said, int minute) {
        return said.hear(new Answer(Optional.of(new UUID(0, 1)), Answer.Choice.OKAY), at(minute));
    }

    private static SaidLately told(SaidLately said, Subject subject, int level, long atMs) {
        return said.hear(new SelfReport(subject, level), atMs);
    }

    private static double logOdds(SaidLately said, String name, long nowMs) {
        List<Term> terms = said.terms(nowMs);
        return terms.stream()
                .filter(term -> term.feature().equals(name))
                .mapToDouble(Term::logOdds)
                .sum();
    }

    private static long at(long minute) {
        return NOON.plus(Duration.ofMinutes(minute)).toEpochMilli();
    }
}
