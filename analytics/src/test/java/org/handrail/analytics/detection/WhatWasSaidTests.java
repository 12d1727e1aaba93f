package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.analytics.risk.HardHours;
import org.handrail.analytics.risk.SaidLately;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SelfReport.Subject;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers and check-ins on their way through the method. */
class WhatWasSaidTests {

    private static final MenteeState NOBODY_YET =
            MenteeState.start(new MenteeId(new UUID(0, 1)), ZoneId.of("Europe/Vienna"));

    private final InventedEvening evening = new InventedEvening(11);

    @RepeatedTest(20)
    void theirOrderWithinTheGraceDoesNotMatter(RepetitionInfo round) {
        int seed = round.getCurrentRepetition();
        var frames = withWords(evening.minutes(90, 40, 60), seed);
        var shuffled = RiskMethodTests.shuffledWithin(frames, RiskMethod.GRACE.minusSeconds(1), seed);

        assertThat(shuffled).isNotEqualTo(frames);
        assertThat(decided(run(shuffled))).as("seed %d", seed).isEqualTo(decided(run(frames)));
        assertThat(told(run(shuffled))).containsExactlyInAnyOrderElementsOf(told(run(frames)));
    }

    @Test
    void oneThatComesTwiceCountsOnce() {
        var frames = withWords(evening.minutes(90, 40, 60), 3);
        var doubled = frames.stream().flatMap(frame -> Stream.of(frame, frame)).toList();

        assertThat(run(doubled)).isEqualTo(run(frames));
    }

    @Test
    void ofTwoContradictingReportsTheLaterStandsThoughTheEarlierComesMinutesAfterIt() {
        var hard = report(Subject.CRAVING, 9, minute(10));
        var easy = report(Subject.CRAVING, 1, minute(12));
        var frames = evening.minutes(30, 0, 0);

        var inOrder = state(inserted(frames, hard, minute(10), easy, minute(12)));
        var overtaken = state(inserted(frames, hard, minute(20), easy, minute(12)));

        assertThat(inOrder.learnt().risk().said().craving())
                .isEqualTo(new SaidLately.Level(1, minute(12).toEpochMilli()));
        assertThat(overtaken.learnt().risk().said())
                .isEqualTo(inOrder.learnt().risk().said());
    }

    @Test
    void whatIsSaidCountsFromItsMinuteOn() {
        var frames = new ArrayList<>(evening.minutes(30, 0, 0));
        frames.add(0, report(Subject.CRAVING, 9, minute(10).plusSeconds(30)));

        var withTerm = MinuteWalk.minutes(run(frames)).stream()
                .filter(minute -> minute.risk().terms().stream()
                        .anyMatch(term -> term.feature().equals(SaidLately.CRAVING_SAID)))
                .map(minute -> minute.start())
                .toList();

        assertThat(withTerm).hasSize(19).startsWith(minute(10));
    }

    @Test
    void duringAPauseOfTheSensorsNothingThatWasSaidIsLost() {
        var frames = new ArrayList<>(evening.minutes(200, 0, 0));
        frames.removeIf(frame ->
                frame.sampledAt().isAfter(minute(20)) && frame.sampledAt().isBefore(minute(150)));
        frames.add(0, report(Subject.CRAVING, 9, minute(90)));

        assertThat(state(frames).learnt().risk().said().craving())
                .isEqualTo(new SaidLately.Level(9, minute(90).toEpochMilli()));
    }

    /** On both nights of daylight saving in Vienna; by the time before the change another four hours would be meant. */
    @ParameterizedTest(name = "{0} is {1} o''clock")
    @CsvSource({"2026-03-29T02:10:00Z, 4", "2026-10-25T02:30:00Z, 3"})
    void aCheckInTeachesTheHourOfTheWallClock(Instant said, int hour) {
        var night = new InventedEvening(7, said.minusSeconds(600));
        var frames = new ArrayList<>(night.minutes(20, 0, 0));
        frames.add(0, night.frame(StreamKind.SELF_REPORT, said, new SelfReport(Subject.CRAVING, 8)));

        assertThat(state(frames).learnt().risk().hardHours())
                .isEqualTo(HardHours.NONE.learn(true, hour, DayOfWeek.SUNDAY))
                .isNotEqualTo(HardHours.NONE.learn(true, hour == 4 ? 3 : 4, DayOfWeek.SUNDAY));
    }

    private SignalFrame report(Subject subject, int level, Instant at) {
        return evening.frame(StreamKind.SELF_REPORT, at, new SelfReport(subject, level));
    }

    private List<SignalFrame> withWords(List<SignalFrame> frames, int seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<>(frames);
        for (int i = 0; i < 25; i++) {
            var at = minute(random.nextInt(88)).plusMillis(random.nextInt(60_000));
            var answer = new Answer(
                    Optional.of(new UUID(seed, i)),
                    Answer.Choice.values()[random.nextInt(Answer.Choice.values().length)]);
            all.add(
                    i % 5 == 0
                            ? evening.frame(StreamKind.ANSWER, at, answer)
                            : report(Subject.values()[i % 4], random.nextInt(11), at));
        }
        all.sort(Comparator.comparing(SignalFrame::endsAt));
        return all;
    }

    /** Puts each in where the frames have come to that time. */
    private static List<SignalFrame> inserted(
            List<SignalFrame> frames, SignalFrame one, Instant oneAt, SignalFrame other, Instant otherAt) {
        var all = new ArrayList<SignalFrame>();
        for (var frame : frames) {
            if (frame.stream() == StreamKind.HEART_RATE && frame.sampledAt().equals(oneAt)) {
                all.add(one);
            }
            if (frame.stream() == StreamKind.HEART_RATE && frame.sampledAt().equals(otherAt)) {
                all.add(other);
            }
            all.add(frame);
        }
        return all;
    }

    private static Instant minute(int minute) {
        return InventedEvening.START.plus(Duration.ofMinutes(minute));
    }

    private static MenteeState state(List<SignalFrame> frames) {
        var state = NOBODY_YET;
        for (var frame : frames) {
            state = RiskMethod.SHIPPED.advance(state, frame).next();
        }
        return state;
    }

    private static List<RiskFact> run(List<SignalFrame> frames) {
        return MinuteWalk.facts(NOBODY_YET, frames);
    }

    private static List<RiskFact> decided(List<RiskFact> facts) {
        return facts.stream().filter(fact -> !isTold(fact)).toList();
    }

    private static List<RiskFact> told(List<RiskFact> facts) {
        return facts.stream().filter(WhatWasSaidTests::isTold).toList();
    }

    private static boolean isTold(RiskFact fact) {
        return fact instanceof RiskFact.Answered || fact instanceof RiskFact.Reported;
    }
}
