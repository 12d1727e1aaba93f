package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.delivery.PromptCourier;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stretch that eases ends, and what it does not, on a real database with time moved by hand. */
class EasingTests {

    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final TimeWindow THAT_DAY =
            new TimeWindow(EVENING.minusSeconds(86_400), EVENING.plusSeconds(86_400));
    private static final PromptCourier.Receipt BUSY = new PromptCourier.TryLater(Optional.empty(), "busy");

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final MentorId sam = new MentorId(UUID.randomUUID());
    private final MentorId backup = new MentorId(UUID.randomUUID());
    private final MovableClock clock = new MovableClock(EVENING);
    private final Outside outside = new Outside(clock);
    private final Stretch window = Stretch.of(mentee, EVENING);
    private House house;

    @BeforeEach
    void open() {
        Database.empty();
        house = House.byHand(outside);
        step(1, sam);
        step(2, backup);
        house.hears(window.opened());
        house.hears(window.pointAt(EVENING));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNudgeWhoseStretchEasesEndsAndBringsNobody() {
        house.pass(Duration.ofMinutes(2));
        house.hears(window.closed(Ending.EASED));
        house.hears(window.closed(Ending.EASED));
        assertThat(nudge().state()).isEqualTo(NudgeState.EASED);
        assertThat(nudges().openFor(mentee)).isEmpty();
        assertThat(outside.heard(NudgeEased.class)).hasSize(1);

        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(NudgeUnanswered.class)).isEmpty();
        assertThat(outside.heard(PromptRaised.class)).isEmpty();
        assertThat(house.count("scheduled_task")).isZero();
    }

    @Test
    void aNudgeThatHasNotReachedTheWatchIsNotSentAnyMore() {
        outside.watchReachable = false;
        house.pass(Duration.ofSeconds(2));
        house.hears(window.closed(Ending.EASED));
        outside.watchReachable = true;
        house.pass(Duration.ofMinutes(2));
        assertThat(outside.nudgesSent).isEmpty();
    }

    @Test
    void anAnswerThatWasUnderWayIsKept() {
        house.hears(window.closed(Ending.EASED));
        nudges().answer(mentee, nudge().id(), Choice.ROUGH, EVENING.plusSeconds(5));
        assertThat(nudge().state()).isEqualTo(NudgeState.ROUGH);
    }

    @Test
    void aWishToReachOutIsHeardAfterTheStretchHasEased() {
        house.hears(window.closed(Ending.EASED));
        nudges().answer(mentee, nudge().id(), Choice.REACH_OUT, EVENING.plusSeconds(5));
        assertThat(nudge().state()).isEqualTo(NudgeState.REACHED_OUT);
        assertThat(prompts().openFor(sam)).hasSize(1);
    }

    @Test
    void anEndThatIsNotKnownEndsNothing() {
        house.hears(window.closed(Ending.UNKNOWN));
        house.pass(Duration.ofMinutes(13));
        assertThat(outside.heard(PromptRaised.class)).hasSize(2);
        assertThat(ladder().state()).isEqualTo(EscalationState.EXHAUSTED);
    }

    @Test
    void aLadderWalkedOnSilenceAsksNobodyNewOnceTheStretchHasEased() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        house.hears(window.closed(Ending.EASED));
        assertThat(ladder().state()).isEqualTo(EscalationState.EASED);
        assertThat(prompts().openFor(sam)).hasSize(1);

        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(EscalationEased.class)).hasSize(1);
        assertThat(outside.heard(EscalationExhausted.class)).isEmpty();
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
        assertThat(ladder().prompts()).extracting(Prompt::state).containsExactly(PromptState.PASSED_ON);
        assertThat(escalations().open()).extracting(Escalation::state).containsExactly(EscalationState.EASED);
        assertThat(house.count("scheduled_task")).isZero();
    }

    @Test
    void whoeverWasAskedMayStillHaveIt() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        house.pass(Duration.ofMinutes(30));
        Prompt late = prompts().openFor(sam).get(0);
        assertThat(prompts().acknowledge(late.id(), sam)).isInstanceOf(PromptResult.Done.class);
        assertThat(ladder().state()).isEqualTo(EscalationState.ACKNOWLEDGED);
        assertThat(escalations().open()).isEmpty();
    }

    @Test
    void aMentorWhoCannotHandsOverToNobody() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        prompts().handOver(prompts().openFor(sam).get(0).id(), sam);
        assertThat(prompts().openFor(backup)).isEmpty();
        assertThat(ladder().state()).isEqualTo(EscalationState.EASED);
    }

    @Test
    void aCoordinatorTakesItOverAndNobodyElseIsAskedAnyMore() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        assertThat(escalations().takeOver(ladder().id())).isTrue();
        assertThat(ladder().prompts()).extracting(Prompt::state).containsExactly(PromptState.STOOD_DOWN);
        assertThat(escalations().open()).isEmpty();
    }

    @Test
    void theMenteeStandsItDown() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        assertThat(escalations().standDown(mentee)).isTrue();
        assertThat(prompts().openFor(sam)).isEmpty();
    }

    @Test
    void aLadderThatTheMenteeAskedForIsNotEndedByEasing() {
        nudges().answer(mentee, nudge().id(), Choice.REACH_OUT, EVENING);
        house.hears(window.closed(Ending.EASED));
        house.pass(Duration.ofMinutes(5));
        assertThat(ladder().state()).isEqualTo(EscalationState.WALKING);
        assertThat(prompts().openFor(backup)).hasSize(1);
    }

    @Test
    void aWishForCompanyOnALadderOfSilenceKeepsItGoing() {
        house.pass(Duration.ofMinutes(4));
        nudges().reachOut(mentee, clock.instant());
        house.hears(window.closed(Ending.EASED));
        house.pass(Duration.ofMinutes(5));
        assertThat(prompts().openFor(backup)).hasSize(1);
    }

    @Test
    void aWishForCompanyTakesUpALadderOnWhichSomebodyIsBeingAsked() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        nudges().reachOut(mentee, clock.instant());
        assertThat(ladder().state()).isEqualTo(EscalationState.WALKING);
        assertThat(ladder().endedAt()).isEmpty();
        assertThat(ladder().cause()).isEqualTo(Escalation.Cause.ASKED_FOR_COMPANY);
        house.pass(Duration.ofMinutes(5));
        assertThat(prompts().openFor(backup)).hasSize(1);
    }

    @Test
    void aWishForCompanyBeginsAnewWhereNobodyIsBeingAskedAnyMore() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        house.pass(Duration.ofMinutes(10));
        nudges().reachOut(mentee, clock.instant());
        assertThat(outside.heard(PromptRaised.class)).hasSize(2);
        assertThat(escalations().open())
                .extracting(Escalation::state)
                .containsExactly(EscalationState.EASED, EscalationState.WALKING);
    }

    @Test
    void easingAndTheEndOfTheWaitingTimeMayComeAtTheSameMomentInEitherOrder() {
        clock.move(Duration.ofMinutes(3));
        house.hears(window.closed(Ending.EASED));
        house.runDue();
        assertThat(nudge().state()).isEqualTo(NudgeState.EASED);
        assertThat(outside.heard(PromptRaised.class)).isEmpty();

        Stretch next = Stretch.of(mentee, clock.instant().plusSeconds(7200));
        clock.moveTo(next.openedAt());
        house.hears(next.pointAt(next.openedAt()));
        house.pass(Duration.ofMinutes(3));
        house.hears(next.closed(Ending.EASED));
        assertThat(nudge().state()).isEqualTo(NudgeState.UNANSWERED);
        assertThat(ladder().state()).isEqualTo(EscalationState.EASED);
        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
    }

    @Test
    void aPushThatDidNotGetThroughIsNotTriedAgain() {
        house.door(PushTokens.class).register(sam, "sams-phone");
        outside.receipts.addAll(List.of(BUSY, BUSY));
        house.pass(Duration.ofMinutes(3));
        assertThat(outside.pushes).hasSize(1);
        house.hears(window.closed(Ending.EASED));
        house.pass(Duration.ofMinutes(4));
        assertThat(outside.pushes).hasSize(1);
        assertThat(house.jdbc
                        .sql("select state from alerts.delivery where channel = 'FIREBASE' order by attempt")
                        .query(String.class)
                        .list())
                .containsExactly("TRY_LATER", "LAPSED");
    }

    @Test
    void theWatchdogGivesAnOpenPromptOfItItsDeadlineBack() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        house.jdbc.sql("truncate alerts.scheduled_task").update();
        house.watchdogGoesRound();
        house.pass(Duration.ofMinutes(5));
        assertThat(ladder().prompts()).extracting(Prompt::state).containsExactly(PromptState.PASSED_ON);
        house.watchdogGoesRound();
        assertThat(house.count("scheduled_task")).isZero();
    }

    @Test
    void aRestartForgetsNothingOfIt() {
        house.pass(Duration.ofMinutes(4));
        house.hears(window.closed(Ending.EASED));
        house.close();
        house = House.byHand(outside);
        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
        assertThat(ladder().state()).isEqualTo(EscalationState.EASED);
    }

    private void step(int step, MentorId mentor) {
        house.door(Mentorships.class)
                .create(new NewMentorship(
                        mentee, mentor, step, Optional.empty(), EVENING.minusSeconds(86_400), Optional.empty()));
    }

    private AskedNudge nudge() {
        return nudges().historyFor(mentee, THAT_DAY).get(0);
    }

    private Escalation ladder() {
        return escalations().of(mentee, THAT_DAY).get(0);
    }

    private Nudges nudges() {
        return house.door(Nudges.class);
    }

    private Prompts prompts() {
        return house.door(Prompts.class);
    }

    private Escalations escalations() {
        return house.door(Escalations.class);
    }
}
