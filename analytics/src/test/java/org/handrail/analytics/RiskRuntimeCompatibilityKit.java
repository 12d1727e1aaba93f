package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.api.Test;

/**
 * The laws of whatever runs the detection: what it finds depends on the frames and on when they were received, and on nothing
 * else. A runtime extends this with one method.
 */
public abstract class RiskRuntimeCompatibilityKit {

    /** Where every mentee of the kit lives. */
    protected static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    private static final Duration WAY = Duration.ofSeconds(1);

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());

    /**
     * What a runtime found of one mentee.
     *
     * @param minutes in order
     * @param told what was opened, reached, fallen silent and closed, in the order in which it was told; each once
     */
    public record Outcome(List<MinuteRecord> minutes, List<Object> told) {

        public Outcome {
            minutes = List.copyOf(minutes);
            told = List.copyOf(told);
        }
    }

    /**
     * Runs it over what arrives, to its end.
     *
     * @param arrivals frames of one or several mentees in the order in which they are handed in; the archive holds those that have
     *     been, each once by its position
     * @param restarts after how many arrivals it is stopped, whatever it was about, and started again
     * @param until nothing is received any more until then, and it knows that
     */
    protected abstract Map<MenteeId, Outcome> run(List<ArchivedFrame> arrivals, Set<Integer> restarts, Instant until);

    @Test
    void itFindsWhatAPlainReplayFinds() {
        var frames = received(new InventedEvening(11).minutes(120, 40, 70));
        var plain = plainReplay(frames, anHourAfter(frames));

        assertSame(outcome(frames, Set.of()), plain);
        assertThat(plain.minutes()).hasSize(119);
        assertThat(plain.told()).hasAtLeastOneElementOfType(RiskWindowClosed.class);
    }

    @Test
    void orderWithinTheGraceDoesNotMatter() {
        var evening = new InventedEvening(12).minutes(120, 40, 70);
        var random = new SplittableRandom(12);
        long grace = RiskMethod.GRACE.minusSeconds(2).toMillis();
        record Way(SignalFrame frame, Instant receivedAt) {}
        var ways = evening.stream()
                .map(frame -> new Way(frame, frame.endsAt().plus(WAY).plusMillis(random.nextLong(grace))))
                .sorted(Comparator.comparing(Way::receivedAt))
                .toList();
        var shuffled = IntStream.range(0, ways.size())
                .mapToObj(i -> new ArchivedFrame(
                        i + 1, mentee, ways.get(i).frame(), ways.get(i).receivedAt()))
                .toList();
        var inOrder = received(evening);

        assertSame(outcome(shuffled, Set.of()), plainReplay(inOrder, anHourAfter(inOrder)));
    }

    @Test
    void aFrameTwiceChangesNothing() {
        var once = received(new InventedEvening(13).minutes(90, 40, 60));
        var twice = new ArrayList<ArchivedFrame>();
        for (int i = 0; i < once.size(); i++) {
            twice.add(once.get(i));
            twice.add(once.get(i));
            twice.add(once.get(Math.max(0, i - 100)));
        }

        assertSame(outcome(twice, Set.of()), plainReplay(once, anHourAfter(once)));
    }

    @Test
    void oneMenteeNeverChangesAnother() {
        var other = new MenteeId(UUID.randomUUID());
        var own = received(new InventedEvening(14).minutes(90, 40, 60));
        var calm = received(new InventedEvening(15).minutes(90, 0, 0)).stream()
                .map(frame -> new ArchivedFrame(frame.position(), other, frame.frame(), frame.receivedAt()))
                .toList();
        var mixed = new ArrayList<ArchivedFrame>();
        for (int i = 0; i < own.size(); i++) {
            mixed.add(own.get(i));
            mixed.add(calm.get(i));
        }
        var found = run(mixed, Set.of(), anHourAfter(own));

        assertSame(of(found, mentee), plainReplay(own, anHourAfter(own)));
        assertSame(of(found, other), plainReplay(calm, anHourAfter(own)));
        assertThat(of(found, other).told()).isEmpty();
    }

    @Test
    void aRestartAtAnyTimeChangesNothing() {
        var frames = received(new InventedEvening(16).minutes(120, 40, 70));
        var restarts = IntStream.iterate(1, at -> at < frames.size(), at -> at + 611)
                .boxed()
                .collect(Collectors.toSet());

        assertSame(outcome(frames, restarts), plainReplay(frames, anHourAfter(frames)));
    }

    /** Six minutes in which nothing was received, and then all of it at once. */
    @Test
    void silenceIsFoundWhereNothingWasReceivedHoweverLateItIsLookedAt() {
        var quietFrom = InventedEvening.START.plus(Duration.ofMinutes(55));
        var quietUntil = quietFrom.plus(RiskMethod.SILENCE).plusSeconds(60);
        var frames = received(new InventedEvening(17).minutes(120, 40, 70)).stream()
                .map(frame -> frame.receivedAt().isAfter(quietFrom)
                                && frame.receivedAt().isBefore(quietUntil)
                        ? new ArchivedFrame(frame.position(), mentee, frame.frame(), quietUntil)
                        : frame)
                .toList();
        var plain = plainReplay(frames, anHourAfter(frames));

        assertSame(outcome(frames, Set.of()), plain);
        assertThat(plain.told()).hasAtLeastOneElementOfType(RiskWindowFellSilent.class);
        assertThat(plain.told()).hasAtLeastOneElementOfType(RiskWindowClosed.class);
    }

    @Test
    void aWristThatIsHeardOfNoMoreFellSilentWhenItWasHeardLast() {
        var frames = received(new InventedEvening(18).minutes(60, 40, 70));
        var last = frames.get(frames.size() - 1).frame().endsAt();
        var found = outcome(frames, Set.of());

        assertSame(found, plainReplay(frames, anHourAfter(frames)));
        assertThat(found.told())
                .last()
                .isInstanceOfSatisfying(
                        RiskWindowFellSilent.class,
                        silent -> assertThat(silent.since()).isEqualTo(last));
    }

    private Outcome outcome(List<ArchivedFrame> arrivals, Set<Integer> restarts) {
        return of(run(arrivals, restarts, anHourAfter(arrivals)), mentee);
    }

    private static Outcome of(Map<MenteeId, Outcome> found, MenteeId whose) {
        return found.getOrDefault(whose, new Outcome(List.of(), List.of()));
    }

    private static Instant anHourAfter(List<ArchivedFrame> frames) {
        return frames.get(frames.size() - 1).receivedAt().plus(Duration.ofHours(1));
    }

    private List<ArchivedFrame> received(List<SignalFrame> frames) {
        return IntStream.range(0, frames.size())
                .mapToObj(i -> new ArchivedFrame(
                        i + 1, mentee, frames.get(i), frames.get(i).endsAt().plus(WAY)))
                .toList();
    }

    private static void assertSame(Outcome found, Outcome expected) {
        assertThat(found.minutes())
                .usingElementComparator(
                        (one, other) -> MinuteDifference.between(one, other).isNone() ? 0 : 1)
                .isEqualTo(expected.minutes());
        assertThat(found.told()).isEqualTo(expected.told());
    }

    private static Outcome plainReplay(List<ArchivedFrame> frames, Instant until) {
        var heard = new Heard();
        var whose = frames.get(0).mentee();
        var run = MenteeRun.start(MenteeState.start(whose, ZONE));
        for (var frame : frames) {
            var progress = run.take(frame);
            run = progress.next();
            Detection.tell(heard, whose, progress.facts(), frame.receivedAt());
        }
        Detection.tell(heard, whose, run.letPass(until).facts(), until);
        return heard.outcome();
    }

    /** Writes down what it is told. */
    protected static final class Heard implements Detection.Listener {

        private final List<MinuteRecord> minutes = new ArrayList<>();
        private final List<Object> told = new ArrayList<>();

        public Outcome outcome() {
            return new Outcome(minutes, told);
        }

        @Override
        public void closed(MinuteRecord minute) {
            minutes.add(minute);
        }

        @Override
        public void opened(RiskWindowOpened window) {
            told.add(window);
        }

        @Override
        public void reached(DecisionPointReached point) {
            told.add(point);
        }

        @Override
        public void fellSilent(RiskWindowFellSilent window) {
            told.add(window);
        }

        @Override
        public void closed(RiskWindowClosed window) {
            told.add(window);
        }
    }
}
