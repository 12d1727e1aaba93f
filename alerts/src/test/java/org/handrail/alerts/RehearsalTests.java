package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days through the room on its database and through its rehearsal; the label of a failing row is its seed. */
class RehearsalTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");
    private static final TimeWindow ALWAYS = new TimeWindow(MORNING.minusSeconds(86_400), MORNING.plusSeconds(864_000));
    private static final int MOVES = 40;

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final Outside outside = new Outside(new MovableClock(MORNING));
    private final List<UUID> nudgesRehearsed = new ArrayList<>();
    private final List<Stretch> windows = new ArrayList<>();
    private House house;
    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        Database.empty();
        house = House.byHand(outside);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theRehearsalEndsAsTheHouseDoes(long seed) {
        var random = new Random(seed);
        var waiting = Duration.ofMinutes(random.nextInt(1, 20));
        outside.plans.put(
                mentee,
                new Plan(
                        waiting,
                        random.nextInt(4) > 0 ? SilenceMeans.TELL_MENTOR : SilenceMeans.LEAVE_IT,
                        quietHours(random)));
        outside.zones.put(mentee, ZoneId.of("Asia/Kolkata"));
        buildLadder(random);
        rehearsal = new Rehearsal(
                MORNING,
                SampleSettings.defaults(),
                new Rehearsal.Outside(
                        house.door(Mentorships.class),
                        outside,
                        outside,
                        outside,
                        (whom, nudge) -> nudgesRehearsed.add(nudge.id()),
                        event -> {}));
        for (int move = 0; move < MOVES; move++) {
            move(random);
            assertThat(describe(rehearsal.nudges(), rehearsal.escalations()))
                    .as("seed %d after move %d", seed, move)
                    .isEqualTo(describe(house.door(Nudges.class), house.door(Escalations.class)));
            assertThat(nudgesRehearsed).hasSameSizeAs(outside.nudgesSent);
            assertThat(rehearsal.nextDue().isEmpty()).isEqualTo(house.count("scheduled_task") == 0);
        }
        assertThat(nudgesRehearsed).isNotEmpty();
    }

    private static Optional<QuietHours> quietHours(Random random) {
        var from = LocalTime.of(random.nextInt(24), 30);
        return random.nextBoolean() ? Optional.of(new QuietHours(from, from.plusHours(3))) : Optional.empty();
    }

    private void buildLadder(Random random) {
        int steps = random.nextInt(4);
        for (int step = 1; step <= steps; step++) {
            var mentor = new MentorId(UUID.randomUUID());
            if (random.nextInt(4) == 0) {
                outside.refusals.put(mentor, DispatchCheck.Refusal.NO_CONSENT);
            }
            house.door(Mentorships.class)
                    .create(new NewMentorship(mentee, mentor, step, Optional.empty(), MORNING, Optional.empty()));
        }
    }

    private void move(Random random) {
        Instant now = outside.clock.instant();
        switch (random.nextInt(14)) {
            case 0, 1 -> hear(open(now.minusSeconds(random.nextInt(900))).opened());
            case 2 -> someWindow(random).ifPresent(window -> hear(window.opened()));
            case 10 -> hear(open(now).pointAt(now.minusSeconds(random.nextInt(900))));
            case 11, 12 ->
                someWindow(random).ifPresent(window -> hear(window.pointAt(now.minusSeconds(random.nextInt(300)))));
            case 13 ->
                someWindow(random)
                        .ifPresent(
                                window -> hear(window.closed(random.nextInt(3) > 0 ? Ending.EASED : Ending.UNKNOWN)));
            case 3 -> answer(random.nextInt(2), choice(random), now.minusSeconds(random.nextInt(60)));
            case 4 -> answered(Optional.empty(), Optional.empty(), Choice.REACH_OUT, now);
            case 5 -> handOver();
            case 6 -> acknowledge();
            default -> pass(Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 300 : 20_000)));
        }
    }

    private static Choice choice(Random random) {
        return Choice.values()[random.nextInt(Choice.values().length)];
    }

    private Stretch open(Instant openedAt) {
        var window = Stretch.of(mentee, openedAt);
        windows.add(window);
        return window;
    }

    /** One of the last few. */
    private Optional<Stretch> someWindow(Random random) {
        return windows.isEmpty()
                ? Optional.empty()
                : Optional.of(windows.get(Math.max(0, windows.size() - 1 - random.nextInt(3))));
    }

    private void hear(RiskWindowOpened opened) {
        house.hears(opened);
        rehearsal.hear(opened);
        pass(Duration.ZERO);
    }

    private void hear(DecisionPointReached point) {
        house.hears(point);
        rehearsal.hear(point);
        pass(Duration.ZERO);
    }

    private void hear(RiskWindowClosed closed) {
        house.hears(closed);
        rehearsal.hear(closed);
        pass(Duration.ZERO);
    }

    private void pass(Duration duration) {
        house.pass(duration);
        rehearsal.passTo(outside.clock.instant());
    }

    private void answer(int back, Choice choice, Instant at) {
        var asked = house.door(Nudges.class).historyFor(mentee, ALWAYS);
        if (asked.size() > back) {
            var same = rehearsal.nudges().historyFor(mentee, ALWAYS);
            answered(
                    Optional.of(asked.get(back).id().value()),
                    Optional.of(same.get(back).id().value()),
                    choice,
                    at);
        }
    }

    private void answered(Optional<UUID> nudge, Optional<UUID> rehearsed, Choice choice, Instant at) {
        Instant now = outside.clock.instant();
        house.hears(new MenteeAnswered(mentee, nudge, choice, at, now));
        rehearsal.hear(new MenteeAnswered(mentee, rehearsed, choice, at, now));
    }

    private void acknowledge() {
        newest(house.door(Prompts.class))
                .ifPresent(prompt -> house.door(Prompts.class).acknowledge(prompt.id(), prompt.mentor()));
        newest(rehearsal.prompts()).ifPresent(prompt -> rehearsal.prompts().acknowledge(prompt.id(), prompt.mentor()));
    }

    private void handOver() {
        newest(house.door(Prompts.class))
                .ifPresent(prompt -> house.door(Prompts.class).handOver(prompt.id(), prompt.mentor()));
        newest(rehearsal.prompts()).ifPresent(prompt -> rehearsal.prompts().handOver(prompt.id(), prompt.mentor()));
    }

    private Optional<Prompt> newest(Prompts prompts) {
        return prompts.historyFor(mentee, ALWAYS).stream().findFirst();
    }

    private String describe(Nudges nudges, Escalations escalations) {
        var said = new StringBuilder();
        nudges.windowsOf(mentee, ALWAYS).stream()
                .map(window -> window.heardAt() + " " + window.openedAt() + " " + window.decision() + " "
                        + window.decidedAt() + " " + window.decisionPoint() + " " + window.ending())
                .sorted()
                .forEach(window -> said.append(window).append('\n'));
        nudges.historyFor(mentee, ALWAYS)
                .forEach(nudge -> said.append(nudge.askedAt())
                        .append(' ')
                        .append(nudge.state())
                        .append(' ')
                        .append(nudge.answeredAt())
                        .append('\n'));
        escalations
                .of(mentee, ALWAYS)
                .forEach(one -> said.append(List.of(
                                one.cause(),
                                one.since(),
                                one.startedAt(),
                                one.worthUntil(),
                                one.state(),
                                one.endedAt()))
                        .append(one.exhausted())
                        .append(one.prompts().stream()
                                .map(prompt -> List.of(
                                        prompt.step(),
                                        prompt.mentor(),
                                        prompt.cause(),
                                        prompt.raisedAt(),
                                        prompt.state(),
                                        prompt.endedAt()))
                                .toList())
                        .append(one.skipped())
                        .append('\n'));
        return said.toString();
    }
}
