package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random evenings whose events come late, twice and in any order; the label of a failing row is its seed. */
class NobodyIsAskedForNothingTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");
    private static final TimeWindow ALWAYS = new TimeWindow(MORNING.minusSeconds(1), MORNING.plusSeconds(8_640_000));
    private static final int MOVES = 60;

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final List<Stretch> windows = new ArrayList<>();
    private final Set<UUID> eased = new HashSet<>();
    private final List<String> broken = new ArrayList<>();
    private final Rehearsal rehearsal = new Rehearsal(
            MORNING,
            SampleSettings.defaults(),
            new Rehearsal.Outside(
                    (whom, at) -> ladder(),
                    whom -> Plan.DEFAULT,
                    new Outside(new MovableClock(MORNING)),
                    (whom, mentor) -> new DispatchCheck.Allowed(UUID.randomUUID()),
                    (whom, nudge) -> noteUnlessOpen(nudge.id(), "nudge sent"),
                    this::told));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterAStretchHasEased(long seed) {
        var random = new Random(seed);
        windows.add(Stretch.of(mentee, MORNING));
        rehearsal.hear(windows.get(0).pointAt(MORNING));
        for (int move = 0; move < MOVES; move++) {
            move(random);
            assertThat(broken).as("seed %d after move %d", seed, move).isEmpty();
        }
        rehearsal.passTo(rehearsal.now().plus(Duration.ofHours(4)));
        assertThat(broken).as("seed %d in the end", seed).isEmpty();
        assertThat(rehearsal.nudges().historyFor(mentee, ALWAYS)).isNotEmpty();
    }

    private void move(Random random) {
        Instant now = rehearsal.now();
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                windows.add(Stretch.of(mentee, now));
                rehearsal.hear(windows.get(windows.size() - 1).opened());
            }
            case 2, 3, 4 -> someWindow(random).ifPresent(window -> rehearsal.hear(window.pointAt(now)));
            case 5 -> someWindow(random).ifPresent(window -> close(window, Ending.EASED));
            case 6 -> someWindow(random).ifPresent(window -> close(window, Ending.UNKNOWN));
            case 7 -> {
                if (random.nextInt(8) == 0) {
                    rehearsal.hear(new MenteeAnswered(mentee, Optional.empty(), Choice.REACH_OUT, now, now));
                }
            }
            default -> rehearsal.passTo(now.plusSeconds(random.nextInt(random.nextInt(4) > 0 ? 400 : 12_000)));
        }
    }

    /** The first end that is told of is the one that counts. */
    private void close(Stretch window, Ending ending) {
        boolean isKnown = rehearsal.nudges().windowsOf(mentee, ALWAYS).stream()
                .anyMatch(heard ->
                        heard.id().equals(window.id()) && heard.ending().isPresent());
        rehearsal.hear(window.closed(ending));
        if (!isKnown && ending == Ending.EASED) {
            nudgeOf(window).ifPresent(nudge -> eased.add(nudge.id().value()));
        }
    }

    /** A nudge is asked in the moment in which its window is decided about. */
    private Optional<AskedNudge> nudgeOf(Stretch window) {
        return rehearsal.nudges().windowsOf(mentee, ALWAYS).stream()
                .filter(heard -> heard.id().equals(window.id()) && heard.decision() == HeardWindow.Decision.NUDGED)
                .flatMap(heard -> rehearsal.nudges().historyFor(mentee, ALWAYS).stream()
                        .filter(nudge -> heard.decidedAt().equals(Optional.of(nudge.askedAt()))))
                .findFirst();
    }

    private void told(Object event) {
        if (event instanceof PromptRaised raised) {
            Prompt prompt = rehearsal.prompts().find(raised.prompt()).orElseThrow();
            if (prompt.cause() == Cause.SILENCE) {
                rehearsal
                        .escalations()
                        .find(prompt.escalation())
                        .flatMap(Escalation::nudge)
                        .ifPresent(nudge -> noteUnlessOpen(nudge.value(), "prompt raised"));
            }
        }
    }

    private void noteUnlessOpen(UUID nudge, String what) {
        if (eased.contains(nudge)) {
            broken.add(what);
        }
    }

    private Optional<Stretch> someWindow(Random random) {
        return windows.isEmpty()
                ? Optional.empty()
                : Optional.of(windows.get(Math.max(0, windows.size() - 1 - random.nextInt(3))));
    }

    private List<Mentorship> ladder() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(step -> new Mentorship(
                        new MentorshipId(new UUID(1, step)),
                        mentee,
                        new MentorId(new UUID(2, step)),
                        step,
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty()))
                .toList();
    }
}
