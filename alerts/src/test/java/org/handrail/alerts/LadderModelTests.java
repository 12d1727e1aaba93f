package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random evenings against a model small enough to be believed; the label of a failing row is its seed. */
class LadderModelTests {

    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final TimeWindow ALWAYS = new TimeWindow(EVENING.minusSeconds(1), EVENING.plusSeconds(86_400));
    private static final int MOVES = 14;

    private final Outside outside = new Outside(new MovableClock(EVENING));
    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final List<MentorId> mentors = new ArrayList<>();
    private final Model model = new Model();
    private House house;

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
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theHouseAndTheModelAgree(long seed) {
        var random = new Random(seed);
        buildLadder(random);
        house.door(Nudges.class).reachOut(mentee, EVENING);
        model.walkOn(0);
        for (int move = 0; move < MOVES; move++) {
            move(random);
            assertThat(describe()).as("seed %d after move %d", seed, move).isEqualTo(model.describe());
        }
    }

    private void buildLadder(Random random) {
        int steps = random.nextInt(5);
        for (int step = 1; step <= steps; step++) {
            var mentor = new MentorId(UUID.randomUUID());
            boolean mayBeTold = random.nextInt(4) > 0;
            mentors.add(mentor);
            model.mayBeTold.add(mayBeTold);
            if (!mayBeTold) {
                outside.refusals.put(mentor, DispatchCheck.Refusal.NO_CONSENT);
            }
            house.door(Mentorships.class)
                    .create(new NewMentorship(mentee, mentor, step, Optional.empty(), EVENING, Optional.empty()));
        }
    }

    private void move(Random random) {
        int who = random.nextInt(Math.max(1, mentors.size()));
        Prompts prompts = house.door(Prompts.class);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                int minutes = 1 + random.nextInt(6);
                house.pass(Duration.ofMinutes(minutes));
                model.pass(minutes);
            }
            case 4, 5, 6 -> {
                promptTo(who).ifPresent(prompt -> prompts.handOver(prompt.id(), prompt.mentor()));
                model.handOver(who);
            }
            case 7 -> {
                promptTo(who).ifPresent(prompt -> prompts.acknowledge(prompt.id(), prompt.mentor()));
                model.acknowledge(who);
            }
            case 8, 9 -> {
                house.close();
                house = House.byHand(outside);
            }
            default -> house.watchdogGoesRound();
        }
    }

    private Optional<Prompt> promptTo(int who) {
        return mentors.stream()
                .skip(who)
                .findFirst()
                .flatMap(mentor -> house.door(Prompts.class).historyFor(mentor, ALWAYS).stream()
                        .findFirst());
    }

    private String describe() {
        Escalation escalation = house.door(Escalations.class).of(mentee, ALWAYS).get(0);
        List<String> prompts = escalation.prompts().stream()
                .map(prompt -> mentors.indexOf(prompt.mentor()) + ":" + prompt.state())
                .toList();
        return escalation.state() + " " + prompts;
    }

    /** One ladder in minutes: five for each step, an hour in all. */
    private static final class Model {
        final List<Boolean> mayBeTold = new ArrayList<>();
        private final List<Integer> asked = new ArrayList<>();
        private final List<PromptState> states = new ArrayList<>();
        private EscalationState state = EscalationState.WALKING;
        private int minute;
        private int deadline;

        void walkOn(int from) {
            for (int who = from; who < mayBeTold.size() && minute < 60; who++) {
                if (mayBeTold.get(who)) {
                    asked.add(who);
                    states.add(PromptState.RAISED);
                    deadline = minute + 5;
                    return;
                }
            }
            state = EscalationState.EXHAUSTED;
        }

        void pass(int minutes) {
            for (int i = 0; i < minutes; i++) {
                minute++;
                if (state == EscalationState.WALKING && minute == deadline) {
                    leave(PromptState.PASSED_ON);
                }
            }
        }

        void handOver(int who) {
            if (state == EscalationState.WALKING && asked.get(asked.size() - 1) == who) {
                leave(PromptState.HANDED_OVER);
            }
        }

        void acknowledge(int who) {
            int index = asked.indexOf(who);
            if (index >= 0 && state.isOpen()) {
                states.replaceAll(s -> s == PromptState.RAISED ? PromptState.STOOD_DOWN : s);
                states.set(index, PromptState.ACKNOWLEDGED);
                state = EscalationState.ACKNOWLEDGED;
            }
        }

        String describe() {
            var prompts = new ArrayList<String>();
            for (int i = 0; i < asked.size(); i++) {
                prompts.add(asked.get(i) + ":" + states.get(i));
            }
            return state + " " + prompts;
        }

        private void leave(PromptState how) {
            int last = asked.size() - 1;
            states.set(last, how);
            walkOn(asked.get(last) + 1);
        }
    }
}
