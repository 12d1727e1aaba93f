package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RiskMethodTests {

    private static final MenteeState NOBODY_YET =
            MenteeState.start(new MenteeId(new UUID(0, 1)), ZoneId.of("Europe/Vienna"));

    private final InventedEvening evening = new InventedEvening(11);

    @Test
    void aCalmEveningOpensNothing() {
        var facts = run(evening.minutes(180, 0, 0));

        assertThat(facts).noneMatch(RiskFact.Opened.class::isInstance);
        assertThat(minutes(facts)).hasSize(179).allMatch(state -> state == MinuteState.USUAL);
    }

    @Test
    void aStrainedStretchOpensOneWindowAndEases() {
        var facts = run(evening.minutes(120, 40, 70));

        assertThat(opened(facts)).hasSize(1).first().satisfies(opened -> {
            assertThat(opened.event().start()).isEqualTo(minute(40));
            assertThat(opened.event().openedAt()).isBetween(minute(41), minute(44));
            assertThat(opened.event().why().sentence()).contains("while sitting still");
            assertThat(opened.event().why().method()).isEqualTo(RiskMethod.VERSION);
        });
        assertThat(closed(facts)).hasSize(1).first().satisfies(closed -> {
            assertThat(closed.event().ending()).isEqualTo(Ending.EASED);
            assertThat(closed.event().span().end()).isBetween(minute(70), minute(75));
        });
    }

    @RepeatedTest(20)
    void orderWithinTheGraceDoesNotMatter(RepetitionInfo round) {
        var frames = evening.minutes(90, 40, 60);
        var shuffled = shuffledWithin(frames, RiskMethod.GRACE.minusSeconds(1), round.getCurrentRepetition());

        assertThat(run(shuffled)).as("seed %d", round.getCurrentRepetition()).isEqualTo(run(frames));
    }

    @Test
    void aFrameTwiceChangesNothing() {
        var frames = evening.minutes(90, 40, 60);
        var doubled = new ArrayList<SignalFrame>();
        for (int i = 0; i < frames.size(); i++) {
            doubled.add(frames.get(i));
            doubled.add(frames.get(i));
            doubled.add(frames.get(Math.max(0, i - 100)));
        }

        assertThat(run(doubled)).isEqualTo(run(frames));
    }

    /** A backlog comes in frames of a minute; which of those that end together comes first says nothing. */
    @RepeatedTest(5)
    void theOrderOfABacklogsStreamsDoesNotMatter(RepetitionInfo round) {
        var backlog = Recut.joined(evening.minutes(60, 20, 40), 6);
        var streams = new ArrayList<>(List.of(StreamKind.values()));
        Collections.shuffle(streams, new Random(round.getCurrentRepetition()));
        var other = new ArrayList<>(backlog);
        other.sort(Comparator.comparing(SignalFrame::endsAt).thenComparing(frame -> streams.indexOf(frame.stream())));

        assertThat(minutes(run(backlog))).hasSize(59);
        assertThat(run(other)).as("seed %d", round.getCurrentRepetition()).isEqualTo(run(backlog));
    }

    /** The last frames stay whole: what lies beyond the last closed minute differs by how it was cut. */
    @RepeatedTest(5)
    void howTheSamplesAreCutIntoFramesDoesNotMatter(RepetitionInfo round) {
        var frames = evening.minutes(60, 20, 40);
        var cut = new Recut(round.getCurrentRepetition()).cut(frames);

        assertThat(cut.size()).isGreaterThan(frames.size());
        assertThat(run(cut)).as("seed %d", round.getCurrentRepetition()).isEqualTo(run(frames));
    }

    @Test
    void aRestartAfterAnyFrameChangesNothing() {
        var frames = evening.minutes(70, 40, 60);
        var facts = new ArrayList<RiskFact>();
        var state = NOBODY_YET;
        for (var frame : frames) {
            var step = RiskMethod.SHIPPED.advance(StateCodec.decode(StateCodec.encode(state)), frame);
            facts.addAll(step.facts());
            state = step.next();
        }

        assertThat(facts).isEqualTo(run(frames));
    }

    @Test
    void withoutTheFiguresByWhichNothingIsDecidedEverythingElseIsTheSame() {
        var whole = NOBODY_YET;
        var deciding = NOBODY_YET;
        int powers = 0;
        for (var frame : evening.minutes(90, 40, 60)) {
            var one = RiskMethod.SHIPPED.advance(whole, frame);
            var other = new RiskMethod(EvidenceWeights.SHIPPED, Detail.WHAT_DECIDES).advance(deciding, frame);
            assertThat(StateCodec.encode(other.next())).isEqualTo(StateCodec.encode(one.next()));
            assertThat(withoutShape(other.facts())).isEqualTo(withoutShape(one.facts()));
            powers += (int) powersKnown(one.facts());
            assertThat(powersKnown(other.facts())).isZero();
            whole = one.next();
            deciding = other.next();
        }
        assertThat(powers).isPositive();
    }

    private static long powersKnown(List<RiskFact> facts) {
        return facts.stream()
                .filter(fact -> fact instanceof RiskFact.MinuteClosed closed
                        && !Double.isNaN(
                                closed.minute().variability().shape().powers().hf()))
                .count();
    }

    private static List<RiskFact> withoutShape(List<RiskFact> facts) {
        return facts.stream()
                .map(fact -> fact instanceof RiskFact.MinuteClosed closed ? withoutShape(closed) : fact)
                .toList();
    }

    private static RiskFact withoutShape(RiskFact.MinuteClosed closed) {
        var minute = closed.minute();
        return new RiskFact.MinuteClosed(new MinuteRecord(
                minute.start(),
                minute.state(),
                minute.wear(),
                minute.heart(),
                minute.variability().with(HeartVariability.Shape.UNKNOWN),
                minute.skin(),
                minute.movement(),
                minute.temperature(),
                minute.likelihood(),
                minute.evidence(),
                minute.risk()));
    }

    @Test
    void theStateOfOneMenteeIsSmall() {
        var state = NOBODY_YET;
        for (var frame : evening.minutes(90, 40, 60)) {
            state = RiskMethod.SHIPPED.advance(state, frame).next();
        }

        assertThat(StateCodec.encode(state)).hasSizeLessThan(10_000);
    }

    @Test
    void hoursWithoutAFrameEndAWindowAsUnknownAndTheEveningGoesOn() {
        var frames = evening.minutes(200, 40, 60);
        var gap = frames.stream()
                .filter(frame -> frame.sampledAt().isBefore(minute(50))
                        || !frame.sampledAt().isBefore(minute(150)))
                .toList();
        var facts = run(gap);

        assertThat(closed(facts)).hasSize(1).first().satisfies(closed -> {
            assertThat(closed.event().ending()).isEqualTo(Ending.UNKNOWN);
            assertThat(closed.event().span().end()).isEqualTo(minute(50));
        });
        assertThat(minutes(facts)).hasSize(50 + 49);
    }

    @Test
    void aFewMissingMinutesAreUnknownAndNeverCalm() {
        var frames = evening.minutes(100, 0, 0).stream()
                .filter(frame -> frame.sampledAt().isBefore(minute(50))
                        || !frame.sampledAt().isBefore(minute(54)))
                .toList();

        assertThat(minutes(run(frames)).subList(50, 54)).containsOnly(MinuteState.TOO_LITTLE);
    }

    @Test
    void silenceInAnOpenWindowIsToldOnceAndFramesThatComeLaterGoOn() {
        var frames = evening.minutes(120, 40, 70);
        var state = NOBODY_YET;
        var facts = new ArrayList<RiskFact>();
        for (var frame : frames) {
            if (frame.sampledAt().equals(minute(55)) && frame.stream() == StreamKind.HEART_RATE) {
                for (int times = 0; times < 2; times++) {
                    var silence = RiskMethod.passTime(state, minute(60));
                    facts.addAll(silence.facts());
                    state = silence.next();
                }
            }
            var step = RiskMethod.SHIPPED.advance(state, frame);
            facts.addAll(step.facts());
            state = step.next();
        }

        assertThat(facts.stream().filter(RiskFact.FellSilent.class::isInstance)).hasSize(1);
        assertThat(closed(facts)).isEqualTo(closed(run(frames)));
    }

    @Test
    void anAnswerIsToldOnce() {
        var answer = evening.frame(StreamKind.ANSWER, minute(1), new Answer(Optional.empty(), Answer.Choice.REACH_OUT));

        assertThat(run(List.of(answer, answer))).hasSize(1).first().isInstanceOf(RiskFact.Answered.class);
    }

    @Test
    void exerciseIsUnknownAndNotStrain() {
        var frames = evening.minutes(90, 40, 70).stream()
                .map(frame -> frame.stream() == StreamKind.MOTION
                                && !frame.sampledAt().isBefore(minute(40))
                                && frame.sampledAt().isBefore(minute(70))
                        ? shaken(frame)
                        : frame)
                .map(frame -> frame.stream() == StreamKind.HEART_RATE
                                && !frame.sampledAt().isBefore(minute(70))
                                && frame.sampledAt().isBefore(minute(85))
                        ? faster(frame)
                        : frame)
                .toList();
        var facts = run(frames);

        assertThat(opened(facts)).isEmpty();
        assertThat(minutes(facts).subList(40, 70)).containsOnly(MinuteState.MOVING);
        assertThat(minutes(facts).subList(70, 85)).containsOnly(MinuteState.RECOVERING);
    }

    /** As while it still comes down. */
    private static SignalFrame faster(SignalFrame frame) {
        var series = (Series) frame.content();
        var values = new double[series.size()];
        Arrays.setAll(values, i -> series.valueAt(i) + 15);
        var content = Series.of(series.spacing(), series.resolution(), values);
        return new SignalFrame(frame.id(), frame.stream(), frame.sampledAt(), content);
    }

    private static SignalFrame shaken(SignalFrame frame) {
        var values = new double[40];
        Arrays.fill(values, 0.3);
        var content = Series.of(Duration.ofMillis(250), 0.0001, values);
        return new SignalFrame(frame.id(), frame.stream(), frame.sampledAt(), content);
    }

    private static Instant minute(int minute) {
        return InventedEvening.START.plus(Duration.ofMinutes(minute));
    }

    private static List<RiskFact> run(List<SignalFrame> frames) {
        var facts = new ArrayList<RiskFact>();
        var state = NOBODY_YET;
        for (var frame : frames) {
            var step = RiskMethod.SHIPPED.advance(state, frame);
            facts.addAll(step.facts());
            state = step.next();
        }
        return facts;
    }

    /** Delays each frame's arrival by less than the grace. */
    static List<SignalFrame> shuffledWithin(List<SignalFrame> frames, Duration grace, long seed) {
        var random = new SplittableRandom(seed);
        var arrival = new HashMap<SignalFrame, Long>();
        frames.forEach(frame -> arrival.put(frame, frame.endsAt().toEpochMilli() + random.nextLong(grace.toMillis())));
        return frames.stream().sorted(Comparator.comparingLong(arrival::get)).toList();
    }

    private static List<MinuteState> minutes(List<RiskFact> facts) {
        return facts.stream()
                .filter(RiskFact.MinuteClosed.class::isInstance)
                .map(fact -> ((RiskFact.MinuteClosed) fact).minute().state())
                .toList();
    }

    private static List<RiskFact.Opened> opened(List<RiskFact> facts) {
        return facts.stream()
                .filter(RiskFact.Opened.class::isInstance)
                .map(RiskFact.Opened.class::cast)
                .toList();
    }

    private static List<RiskFact.Closed> closed(List<RiskFact> facts) {
        return facts.stream()
                .filter(RiskFact.Closed.class::isInstance)
                .map(RiskFact.Closed.class::cast)
                .toList();
    }
}
