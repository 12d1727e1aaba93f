package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.delivery.PromptCourier;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts to carry prompts, on a real database, with a courier that says what the test wishes. */
class DeliveryTests {

    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final PromptCourier.TryLater BUSY = new PromptCourier.TryLater(Optional.empty(), "UNAVAILABLE");

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final MentorId sam = new MentorId(UUID.randomUUID());
    private final MentorId backup = new MentorId(UUID.randomUUID());
    private final MovableClock clock = new MovableClock(EVENING);
    private final Outside outside = new Outside(clock);
    private House house;

    @BeforeEach
    void open() {
        Database.empty();
        house = House.byHand(outside);
        step(1, sam);
        step(2, backup);
        tokens().register(sam, "sams-phone");
        nudges().reachOut(mentee, EVENING);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void acceptedIsNotAcknowledged() {
        house.runDue();
        assertThat(outside.pushes)
                .containsExactly(new PromptCourier.Push(prompt().id(), "sams-phone", EVENING.plusSeconds(3600)));
        assertThat(states("FIREBASE")).containsExactly("ACCEPTED");
        assertThat(prompt().state()).isEqualTo(PromptState.RAISED);
        house.pass(Duration.ofMinutes(5));
        assertThat(prompts().openFor(backup)).hasSize(1);
    }

    @Test
    void theLivePageIsAlwaysTriedAndReportsBack() {
        assertThat(states("LIVE_PAGE")).containsExactly("SENDING");
        assertThat(prompts().markShown(prompt().id(), backup))
                .isEqualTo(new PromptResult.Refused(PromptResult.Refusal.NOT_YOUR_PROMPT));
        prompts().markShown(prompt().id(), sam);
        prompts().markShown(prompt().id(), sam);
        assertThat(states("LIVE_PAGE")).containsExactly("SHOWN");
        assertThat(prompt().state()).isEqualTo(PromptState.RAISED);
    }

    @Test
    void whatDidNotGetThroughIsTriedAgainLaterAndLater() {
        outside.receipts.addAll(List.of(BUSY, BUSY));
        house.runDue();
        house.pass(Duration.ofSeconds(4));
        assertThat(outside.pushes).hasSize(1);
        house.pass(Duration.ofSeconds(1));
        assertThat(outside.pushes).hasSize(2);
        house.pass(Duration.ofSeconds(10));
        assertThat(outside.pushes).hasSize(3);
        assertThat(states("FIREBASE")).containsExactly("TRY_LATER", "TRY_LATER", "ACCEPTED");
        house.pass(Duration.ofMinutes(4));
        assertThat(outside.pushes).hasSize(3);
    }

    @Test
    void nothingIsSentForAPromptThatSomebodyHas() {
        outside.receipts.add(BUSY);
        house.runDue();
        prompts().acknowledge(prompt().id(), sam);
        house.pass(Duration.ofMinutes(4));
        assertThat(outside.pushes).hasSize(1);
        assertThat(states("FIREBASE")).containsExactly("TRY_LATER", "LAPSED");
    }

    @Test
    void withdrawalStopsWhatIsQueuedAndTheNextStepIsAsked() {
        outside.refusals.put(sam, DispatchCheck.Refusal.CONSENT_ENDED);
        PromptId withdrawn = prompt().id();
        house.runDue();
        assertThat(outside.pushes).isEmpty();
        assertThat(prompts().find(withdrawn).orElseThrow().state()).isEqualTo(PromptState.STOOD_DOWN);
        assertThat(prompts().openFor(backup)).hasSize(1);
        assertThat(prompts().acknowledge(withdrawn, sam))
                .isEqualTo(new PromptResult.Refused(PromptResult.Refusal.STOOD_DOWN));
    }

    @Test
    void aPhoneThatLeftIsQuarantinedUntilItIsRegisteredAgain() {
        tokens().register(sam, "sams-tablet");
        outside.receipts.add(new PromptCourier.TokenGone());
        house.runDue();
        askAgain();
        assertThat(outside.pushes).extracting(PromptCourier.Push::token).containsExactly("sams-phone", "sams-tablet");
        assertThat(house.count("push_token")).isEqualTo(2);
        tokens().register(sam, "sams-phone");
        askAgain();
        assertThat(outside.pushes).hasSize(4);
    }

    @Test
    void aPhoneThatSignedOutMeanwhileHearsNothing() {
        tokens().forget(sam, "sams-phone");
        house.runDue();
        assertThat(outside.pushes).isEmpty();
        assertThat(states("FIREBASE")).containsExactly("LAPSED");
    }

    @Test
    void anAttemptThatACrashCutShortIsMadeAgain() {
        house.jdbc
                .sql("update alerts.delivery set state = 'SENDING' where channel = 'FIREBASE'")
                .update();
        house.close();
        house = House.byHand(outside);
        house.runDue();
        assertThat(states("FIREBASE")).containsExactly("ACCEPTED");
    }

    @Test
    void anAttemptWithoutATimerIsFoundByTheWatchdog() {
        house.jdbc
                .sql("delete from alerts.scheduled_task where task_name = 'delivery-attempt'")
                .update();
        house.watchdogGoesRound();
        assertThat(outside.pushes).hasSize(1);
    }

    private void askAgain() {
        prompts().acknowledge(prompt().id(), sam);
        clock.move(Duration.ofMinutes(1));
        nudges().reachOut(mentee, clock.instant());
        house.runDue();
    }

    private List<String> states(String channel) {
        return house.jdbc
                .sql("select state from alerts.delivery where channel = :channel order by attempt")
                .param("channel", channel)
                .query(String.class)
                .list();
    }

    private void step(int step, MentorId mentor) {
        house.door(Mentorships.class)
                .create(new NewMentorship(mentee, mentor, step, Optional.empty(), EVENING, Optional.empty()));
    }

    private Prompt prompt() {
        return prompts().openFor(sam).get(0);
    }

    private Prompts prompts() {
        return house.door(Prompts.class);
    }

    private Nudges nudges() {
        return house.door(Nudges.class);
    }

    private PushTokens tokens() {
        return house.door(PushTokens.class);
    }
}
