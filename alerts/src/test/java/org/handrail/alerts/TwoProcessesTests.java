package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.delivery.PromptCourier;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Nudge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes, each with timers of its own running, on one database. */
class TwoProcessesTests {

    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final int MENTEES = 20;

    private final MovableClock clock = MovableClock.flowing(EVENING);
    private final Outside outside = new Outside(clock);

    @BeforeEach
    void empty() {
        Database.empty();
    }

    @Test
    void neverPageTwice() {
        try (House one = House.running(outside);
                House other = House.running(outside)) {
            List<Stretch> windows = IntStream.range(0, MENTEES)
                    .mapToObj(i -> menteeWithTwoMentors(one))
                    .toList();
            windows.parallelStream().forEach(window -> {
                one.hears(window.pointAt(EVENING));
                other.hears(window.pointAt(EVENING));
            });
            await().until(() -> outside.nudgesSent.size() >= MENTEES && one.count("scheduled_task") == MENTEES + 1);
            clock.move(Duration.ofMinutes(3));
            await().until(() -> outside.pushes.size() >= MENTEES && one.count("scheduled_task") == MENTEES + 1);
            clock.move(Duration.ofMinutes(5));
            await().until(() -> outside.pushes.size() >= 2 * MENTEES && one.count("scheduled_task") == MENTEES + 1);
            clock.move(Duration.ofMinutes(5));
            await().until(() -> one.count("scheduled_task") == 1);
        }
        assertThat(outside.nudgesSent)
                .extracting(Nudge::id)
                .doesNotHaveDuplicates()
                .hasSize(MENTEES);
        assertThat(outside.pushes)
                .extracting(PromptCourier.Push::prompt)
                .doesNotHaveDuplicates()
                .hasSize(2 * MENTEES);
        assertThat(outside.heard(PromptRaised.class)).doesNotHaveDuplicates().hasSize(2 * MENTEES);
        assertThat(outside.heard(EscalationExhausted.class)).hasSize(MENTEES);
    }

    private static Stretch menteeWithTwoMentors(House house) {
        var mentee = new MenteeId(UUID.randomUUID());
        for (int step = 1; step <= 2; step++) {
            var mentor = new MentorId(UUID.randomUUID());
            house.door(Mentorships.class)
                    .create(new NewMentorship(mentee, mentor, step, Optional.empty(), EVENING, Optional.empty()));
            house.door(PushTokens.class).register(mentor, "phone-of-" + mentor);
        }
        return Stretch.of(mentee, EVENING);
    }
}
