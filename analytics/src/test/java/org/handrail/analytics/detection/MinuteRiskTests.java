package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.baseline.Baselines;
import org.handrail.analytics.baseline.CircadianBaseline;
import org.handrail.analytics.detection.MenteeState.Learnt;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.risk.AnswersSoFar;
import org.handrail.analytics.risk.HardHours;
import org.handrail.analytics.risk.NightsBehind;
import org.handrail.analytics.risk.SaidLately;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SelfReport.Subject;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The risk of a minute, what it teaches, and when it is asked about. */
class MinuteRiskTests {

    private static final MenteeState NOBODY_YET =
            MenteeState.start(new MenteeId(new UUID(0, 1)), ZoneId.of("Europe/Vienna"));

    private final InventedEvening evening = new InventedEvening(11);

    @Test
    void everyKnownMinutesTermsSumToItsScoreWhateverTheyAre() {
        var last = new NightsBehind.Last(
                0, InventedEvening.START.minusSeconds(36_000).toEpochMilli(), 300, 70, 60, 200);
        var usual = new NightsBehind.Usual(20, 460, 400);
        var start = with(
                NOBODY_YET,
                new RiskMemory(
                        RiskMemory.NONE.strain(),
                        SaidLately.NOTHING,
                        HardHours.NONE,
                        new AnswersSoFar(5, 1),
                        new NightsBehind(usual, new NightsBehind.Usual(20, 90, 9), last),
                        0,
                        RiskMemory.NONE.asking()));
        var frames = withReport(evening.minutes(90, 40, 60), 5, 9);
        var minutes = MinuteWalk.minutes(MinuteWalk.facts(start, frames));

        assertThat(minutes)
                .hasSize(89)
                .allSatisfy(minute -> assertThat(sum(minute.risk().terms()))
                        .isCloseTo(minute.risk().logOdds(), within(1e-12)));
        assertThat(minutes.get(80).risk().terms().stream().map(Term::feature))
                .containsExactlyInAnyOrder(
                        RiskMemory.STRAIN,
                        HardHours.PRIOR,
                        AnswersSoFar.ANSWERS,
                        NightsBehind.SLEEP_SHORT,
                        NightsBehind.SLEEP_RESTLESS,
                        NightsBehind.SLEEP_IRREGULAR,
                        NightsBehind.SLEEP_DEBT,
                        SaidLately.CRAVING_SAID);
    }

    @Test
    void unknownMinutesHaveNoScoreAndNoEvidence() {
        var frames = evening.minutes(60, 0, 0).stream()
                .filter(frame -> frame.sampledAt().isBefore(minute(20))
                        || !frame.sampledAt().isBefore(minute(26)))
                .toList();
        var minutes = MinuteWalk.minutes(MinuteWalk.facts(NOBODY_YET, frames));

        assertThat(minutes.subList(20, 26)).allSatisfy(minute -> {
            assertThat(minute.state()).isEqualTo(MinuteState.TOO_LITTLE);
            assertThat(minute.risk()).isEqualTo(RiskScore.UNKNOWN);
            assertThat(minute.likelihood()).isNaN();
            assertThat(minute.evidence()).isEmpty();
        });
        assertThat(minutes.get(26).risk().logOdds()).isFinite();
    }

    @Test
    void noMinuteInAnOpenWindowTeachesWhatIsUsual() {
        int strained = 0;
        for (int seed = 1; seed <= 40; seed++) {
            for (var one : MinuteWalk.walk(NOBODY_YET, restless(seed, 60))) {
                if (one.minute().state() == MinuteState.STRAINED) {
                    assertThat(one.after().learnt().baselines())
                            .as("seed %d, %s", seed, one.minute().start())
                            .isEqualTo(one.before().learnt().baselines());
                    strained++;
                }
            }
        }
        assertThat(strained).isGreaterThan(100);
    }

    @Test
    void forTwoHoursAfterAHardCravingNothingTeachesWhatIsUsual() {
        var frames = withReport(evening.minutes(160, 0, 0), 20, 7);

        assertThat(taught(frames)).containsExactlyElementsOf(outside(160, 20, 140));
        var calm = evening.minutes(160, 0, 0);
        assertThat(taught(withReport(calm, 20, 6))).isEqualTo(taught(calm)).hasSizeGreaterThan(150);
    }

    @Test
    void theBaselineIsToldToBeEstablishedOnce() {
        var numbers = CircadianBaseline.of(new double[51]).numbers();
        numbers[0] = 595;
        numbers[1] = 70;
        numbers[2] = 5;
        var baselines = new ArrayList<>(NOBODY_YET.learnt().baselines().byFeature());
        baselines.set(Feature.HEART_RATE.ordinal(), CircadianBaseline.of(numbers));
        var before = NOBODY_YET.learnt();
        var known = NOBODY_YET.with(new Learnt(
                before.tracks(),
                before.gate(),
                before.sleep(),
                new Baselines(baselines),
                before.usual(),
                before.course(),
                before.stretch(),
                before.risk(),
                before.recentEvidence()));

        var told = MinuteWalk.facts(known, evening.minutes(60, 0, 0)).stream()
                .filter(RiskFact.Established.class::isInstance)
                .map(fact -> ((RiskFact.Established) fact).event().at())
                .toList();

        assertThat(told).containsExactly(minute(5));
    }

    @Test
    void aWindowIsAskedAboutOnceAndByItsOwnId() {
        var facts = MinuteWalk.facts(
                NOBODY_YET, withReport(InventedEvening.stirring(evening.minutes(120, 40, 70)), 41, 10));
        var opened = facts.stream()
                .filter(RiskFact.Opened.class::isInstance)
                .map(fact -> ((RiskFact.Opened) fact).event().id())
                .toList();

        assertThat(opened).hasSize(1);
        assertThat(points(facts)).singleElement().satisfies(point -> {
            assertThat(point.event().window()).isEqualTo(opened.get(0));
            assertThat(point.event().at()).isBetween(minute(41), minute(70));
        });
    }

    @Test
    void whoSitsQuiteStillWithTheHeartUpIsAskedAllTheSame() {
        assertThat(points(MinuteWalk.facts(NOBODY_YET, withReport(evening.minutes(120, 40, 70), 41, 10))))
                .hasSize(1);
    }

    @Test
    void whoHasSeemedToSleepForHalfAnHourIsNotReceptive() {
        var risk = RiskMemory.NONE;
        for (int minute = 0; minute < 29; minute++) {
            risk = risk.over(0.6, true);
        }

        assertThat(risk.isReceptive(minute(29))).isTrue();
        assertThat(risk.over(0.6, true).isReceptive(minute(30))).isFalse();
        assertThat(risk.over(0.6, true).over(0.6, false).isReceptive(minute(31)))
                .isTrue();
    }

    @Test
    void whoHasJustAnsweredIsNotAsked() {
        var frames = new ArrayList<>(withReport(InventedEvening.stirring(evening.minutes(120, 40, 70)), 41, 10));
        var okay = new Answer(Optional.of(new UUID(0, 7)), Answer.Choice.ROUGH);
        frames.add(0, evening.frame(StreamKind.ANSWER, minute(35), okay));

        assertThat(points(MinuteWalk.facts(NOBODY_YET, frames))).isEmpty();
    }

    @ParameterizedTest(name = "from {0}: {1} minutes at {2} o''clock, none at {3}")
    @CsvSource({"2026-03-29T00:30:00Z, 30, 1, 2", "2026-03-29T00:30:00Z, 59, 3, 2", "2026-10-25T00:00:00Z, 120, 2, 1"})
    void onTheNightsOfDaylightSavingTheHourIsTheWallClocks(Instant start, int minutes, int hour, int nobodysHour) {
        var state = last(new InventedEvening(3, start).minutes(hour == 2 ? 150 : 90, 0, 0));
        double[] numbers = state.learnt()
                .baselines()
                .byFeature()
                .get(Feature.HEART_RATE.ordinal())
                .numbers();

        assertThat(numbers[3 + hour]).isEqualTo(minutes);
        assertThat(numbers[3 + nobodysHour]).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"})
    void onTheNightsOfDaylightSavingTheBudgetsDayBeginsAtLocalMidnight(Instant midnight) {
        long day = LocalDate.ofInstant(midnight, NOBODY_YET.zone()).toEpochDay();
        var days =
                MinuteWalk.walk(NOBODY_YET, new InventedEvening(3, midnight.minusSeconds(120)).minutes(5, 0, 0))
                        .stream()
                        .map(one ->
                                one.after().learnt().risk().asking().budget().day())
                        .toList();

        assertThat(days).containsExactly(day - 1, day - 1, day, day);
    }

    private List<SignalFrame> withReport(List<SignalFrame> frames, int minute, int craving) {
        var all = new ArrayList<>(frames);
        var at = minute(minute).plusSeconds(30);
        all.add(0, evening.frame(StreamKind.SELF_REPORT, at, new SelfReport(Subject.CRAVING, craving)));
        return all;
    }

    /** In which calm and strain change every ten seconds. */
    private static List<SignalFrame> restless(long seed, int minutes) {
        var random = new SplittableRandom(seed);
        var calm = new InventedEvening(seed).minutes(minutes, 0, 0);
        var strained = new InventedEvening(seed).minutes(minutes, 0, minutes);
        var mixed = new ArrayList<SignalFrame>();
        double share = 0;
        for (int i = 0; i < calm.size(); i += 5) {
            if (i % 30 == 0) {
                share = Math.max(0, Math.min(1, share + random.nextDouble() - 0.5));
            }
            mixed.addAll((random.nextDouble() < share ? strained : calm).subList(i, i + 5));
        }
        return mixed;
    }

    private static List<Instant> taught(List<SignalFrame> frames) {
        return MinuteWalk.walk(NOBODY_YET, frames).stream()
                .filter(one -> !one.after()
                        .learnt()
                        .baselines()
                        .equals(one.before().learnt().baselines()))
                .map(one -> one.minute().start())
                .toList();
    }

    private static List<Instant> outside(int count, int from, int to) {
        var minutes = new ArrayList<Instant>();
        for (int minute = 0; minute < count - 1; minute++) {
            if (minute < from || minute >= to) {
                minutes.add(minute(minute));
            }
        }
        return minutes;
    }

    private static List<RiskFact.DecisionPoint> points(List<RiskFact> facts) {
        return facts.stream()
                .filter(RiskFact.DecisionPoint.class::isInstance)
                .map(RiskFact.DecisionPoint.class::cast)
                .toList();
    }

    private static MenteeState with(MenteeState state, RiskMemory risk) {
        var before = state.learnt();
        return state.with(new Learnt(
                before.tracks(),
                before.gate(),
                before.sleep(),
                before.baselines(),
                before.usual(),
                before.course(),
                before.stretch(),
                risk,
                before.recentEvidence()));
    }

    private static MenteeState last(List<SignalFrame> frames) {
        var walked = MinuteWalk.walk(NOBODY_YET, frames);
        return walked.get(walked.size() - 1).after();
    }

    private static double sum(List<Term> terms) {
        double sum = 0;
        for (var term : terms) {
            sum += term.logOdds();
        }
        return sum;
    }

    private static Instant minute(int minute) {
        return InventedEvening.START.plus(Duration.ofMinutes(minute));
    }
}
