package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a risk window to a person who answered, on a real database, with time moved by hand. */
class LadderTests {

    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final TimeWindow THAT_DAY =
            new TimeWindow(EVENING.minusSeconds(86_400), EVENING.plusSeconds(86_400));

    private static final int HANDS = 8;

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
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void silenceBringsTheMentorAndThenTheBackup() {
        strains(window(EVENING));
        house.pass(Duration.ofSeconds(1));
        assertThat(outside.nudgesSent).hasSize(1);
        assertThat(outside.heard(NudgeSent.class)).hasSize(1);
        assertThat(outside.nudgesSent.get(0).expiresAt()).isEqualTo(EVENING.plusSeconds(180));

        house.pass(Duration.ofMinutes(3));
        assertThat(outside.heard(NudgeUnanswered.class)).hasSize(1);
        Prompt first = only(prompts().openFor(sam));
        assertThat(first.why()).isEqualTo(Stretch.WHY);
        assertThat(first.cause()).isEqualTo(Escalation.Cause.SILENCE);
        assertThat(first.since()).isEqualTo(EVENING.minusSeconds(600));
        assertThat(prompts().openFor(backup)).isEmpty();

        house.pass(Duration.ofMinutes(5));
        assertThat(outside.heard(PromptPassedOn.class)).hasSize(1);
        Prompt second = only(prompts().openFor(backup));
        assertThat(prompts().acknowledge(second.id(), backup)).isInstanceOf(PromptResult.Done.class);

        Escalation ended = only(escalations().of(mentee, THAT_DAY));
        assertThat(ended.state()).isEqualTo(EscalationState.ACKNOWLEDGED);
        assertThat(outside.heard(PromptAcknowledged.class)).hasSize(1);
        house.pass(Duration.ofHours(2));
        assertThat(outside.heard(PromptRaised.class)).hasSize(2);
        assertThat(outside.heard(EscalationExhausted.class)).isEmpty();
        assertThat(house.count("scheduled_task")).isZero();
    }

    @Test
    void okayBringsNobody() {
        strains(window(EVENING));
        house.pass(Duration.ofMinutes(1));
        assertThat(nudges().answer(mentee, waiting(), Choice.OKAY, clock.instant()))
                .isEqualTo(new AnswerResult.Taken(Optional.empty()));
        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(PromptRaised.class)).isEmpty();
        assertThat(outside.heard(NudgeAnswered.class)).hasSize(1);
        assertThat(nudges().openFor(mentee)).isEmpty();
    }

    @Test
    void roughIsThankedForAndBringsNobody() {
        strains(window(EVENING));
        house.hears(answered(Optional.of(waiting()), Choice.ROUGH, EVENING.plusSeconds(30)));
        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(PromptRaised.class)).isEmpty();
        assertThat(only(nudges().historyFor(mentee, THAT_DAY)).state()).isEqualTo(NudgeState.ROUGH);
    }

    @Test
    void aWishToReachOutBringsTheMentorAtOnce() {
        strains(window(EVENING));
        house.hears(answered(Optional.of(waiting()), Choice.REACH_OUT, EVENING.plusSeconds(5)));
        Prompt prompt = only(prompts().openFor(sam));
        assertThat(prompt.cause()).isEqualTo(Escalation.Cause.ASKED_FOR_COMPANY);
        assertThat(prompt.why()).isEqualTo(Stretch.WHY);
    }

    @Test
    void reachOutNowNeedsNoSensor() {
        clock.move(Duration.ofSeconds(10));
        house.hears(answered(Optional.empty(), Choice.REACH_OUT, EVENING));
        Prompt prompt = only(prompts().openFor(sam));
        assertThat(prompt.why()).isEqualTo("asked for you");
        assertThat(prompt.since()).isEqualTo(EVENING);
        assertThat(outside.nudgesSent).isEmpty();
    }

    @Test
    void reachOutNowAnswersTheNudgeThatWaits() {
        strains(window(EVENING));
        nudges().reachOut(mentee, EVENING);
        house.pass(Duration.ofMinutes(4));
        assertThat(only(nudges().historyFor(mentee, THAT_DAY)).state()).isEqualTo(NudgeState.REACHED_OUT);
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
    }

    @Test
    void aWishToReachOutJoinsTheLadderThatSilenceBegan() {
        strains(window(EVENING));
        house.pass(Duration.ofMinutes(4));
        EscalationId walked = only(escalations().open()).id();
        assertThat(nudges().reachOut(mentee, clock.instant())).isEqualTo(new AnswerResult.Taken(Optional.of(walked)));
        Prompt prompt = only(prompts().openFor(sam));
        assertThat(prompt.cause()).isEqualTo(Escalation.Cause.ASKED_FOR_COMPANY);
        assertThat(only(nudges().historyFor(mentee, THAT_DAY)).state()).isEqualTo(NudgeState.REACHED_OUT);
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
    }

    @RepeatedTest(5)
    void manyPressesAtTheSameMomentStartOneLadder() throws Exception {
        var together = new CyclicBarrier(HANDS);
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Callable<AnswerResult>> presses = IntStream.range(0, HANDS)
                    .<Callable<AnswerResult>>mapToObj(hand -> () -> {
                        together.await();
                        return nudges().reachOut(mentee, EVENING.minusMillis(hand));
                    })
                    .toList();
            var results = new HashSet<AnswerResult>();
            for (Future<AnswerResult> press : hands.invokeAll(presses)) {
                results.add(press.get());
            }
            EscalationId one = only(escalations().open()).id();
            assertThat(results).containsExactly(new AnswerResult.Taken(Optional.of(one)));
            assertThat(outside.heard(PromptRaised.class)).hasSize(1);
        } finally {
            hands.shutdownNow();
        }
    }

    @Test
    void doubledEventsChangeNothing() {
        Stretch window = window(EVENING);
        strains(window);
        strains(window);
        MenteeAnswered answer = answered(Optional.of(waiting()), Choice.REACH_OUT, EVENING.plusSeconds(5));
        house.hears(answer);
        house.hears(answer);
        Prompt prompt = only(prompts().openFor(sam));
        prompts().acknowledge(prompt.id(), sam);
        house.hears(answer);
        strains(window);
        house.pass(Duration.ofHours(1));
        assertThat(outside.nudgesSent).isEmpty();
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
        assertThat(outside.heard(PromptAcknowledged.class)).hasSize(1);
        assertThat(house.count("escalation")).isOne();
    }

    @Test
    void aLateWindowIsHistoryAndPagesNobody() {
        strains(window(EVENING.minusSeconds(601)));
        house.pass(Duration.ofHours(1));
        assertThat(only(nudges().windowsOf(mentee, THAT_DAY)).decision()).isEqualTo(Decision.HISTORY);
        assertThat(outside.nudgesSent).isEmpty();
        assertThat(outside.heard(PromptRaised.class)).isEmpty();
    }

    @Test
    void aSecondWindowJoinsWhatIsOpen() {
        strains(window(EVENING));
        strains(window(EVENING));
        house.pass(Duration.ofMinutes(4));
        strains(window(clock.instant()));
        assertThat(nudges().windowsOf(mentee, THAT_DAY))
                .extracting(HeardWindow::decision)
                .containsExactlyInAnyOrder(Decision.NUDGED, Decision.JOINED, Decision.JOINED);
        assertThat(outside.nudgesSent).hasSize(1);
    }

    @Test
    void nudgesAreRationed() {
        strains(window(clock.instant()));
        nudges().answer(mentee, waiting(), Choice.OKAY, clock.instant());
        clock.move(Duration.ofMinutes(60));
        strains(window(clock.instant()));
        clock.move(Duration.ofMinutes(30));
        strains(window(clock.instant()));
        nudges().answer(mentee, waiting(), Choice.OKAY, clock.instant());
        clock.move(Duration.ofMinutes(90));
        strains(window(clock.instant()));
        assertThat(nudges().windowsOf(mentee, THAT_DAY))
                .extracting(HeardWindow::decision)
                .containsExactly(
                        Decision.HELD_AS_OVER_BUDGET, Decision.NUDGED, Decision.HELD_AS_TOO_SOON, Decision.NUDGED);
    }

    @Test
    void aPlanMayLeaveSilenceAlone() {
        outside.plans.put(mentee, new Plan(Duration.ofMinutes(10), SilenceMeans.LEAVE_IT));
        strains(window(EVENING));
        house.pass(Duration.ofMinutes(10));
        assertThat(outside.heard(NudgeUnanswered.class)).hasSize(1);
        assertThat(house.count("escalation")).isZero();
    }

    @Test
    void aLateOkayStandsTheLadderDown() {
        strains(window(EVENING));
        NudgeId nudge = waiting();
        house.pass(Duration.ofMinutes(4));
        house.hears(answered(Optional.of(nudge), Choice.OKAY, EVENING.plusSeconds(170)));
        assertThat(prompts().openFor(sam)).isEmpty();
        assertThat(outside.heard(EscalationStoodDown.class)).hasSize(1);
        assertThat(outside.heard(PromptStoodDown.class)).hasSize(1);
        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
    }

    @Test
    void aWishToReachOutIsNotLostToAnExpiredNudge() {
        outside.plans.put(mentee, new Plan(Duration.ofMinutes(3), SilenceMeans.LEAVE_IT));
        strains(window(EVENING));
        NudgeId nudge = waiting();
        house.pass(Duration.ofMinutes(20));
        house.hears(answered(Optional.of(nudge), Choice.REACH_OUT, EVENING.plusSeconds(600)));
        assertThat(prompts().openFor(sam)).hasSize(1);
    }

    @Test
    void aWishToReachOutIsNotLostToAnUnknownNudge() {
        AnswerResult result =
                nudges().answer(mentee, new NudgeId(UUID.randomUUID()), Choice.REACH_OUT, clock.instant());
        assertThat(result).isInstanceOf(AnswerResult.Taken.class);
        assertThat(prompts().openFor(sam)).hasSize(1);
    }

    @Test
    void aWishToReachOutThatArrivesTooLateWakesNobodyAndIsTold() {
        house.hears(answered(Optional.empty(), Choice.REACH_OUT, EVENING.minusSeconds(1801)));
        assertThat(prompts().openFor(sam)).isEmpty();
        assertThat(outside.heard(ReachOutCameTooLate.class)).hasSize(1);
    }

    @Test
    void answersToNothingAreRefusedWithTheirReason() {
        strains(window(EVENING));
        NudgeId nudge = waiting();
        var stranger = new MenteeId(UUID.randomUUID());
        assertThat(nudges().answer(mentee, new NudgeId(UUID.randomUUID()), Choice.OKAY, EVENING))
                .isEqualTo(new AnswerResult.Refused(AnswerResult.Refusal.UNKNOWN_NUDGE));
        assertThat(nudges().answer(stranger, nudge, Choice.OKAY, EVENING))
                .isEqualTo(new AnswerResult.Refused(AnswerResult.Refusal.SOMEONE_ELSES_NUDGE));
        nudges().answer(mentee, nudge, Choice.OKAY, EVENING);
        assertThat(nudges().answer(mentee, nudge, Choice.ROUGH, EVENING.plusSeconds(1)))
                .isEqualTo(new AnswerResult.Refused(AnswerResult.Refusal.ALREADY_ANSWERED));
    }

    @Test
    void withoutConsentTheNextStepIsAskedAtOnce() {
        outside.refusals.put(sam, DispatchCheck.Refusal.NO_CONSENT);
        nudges().reachOut(mentee, EVENING);
        assertThat(prompts().openFor(sam)).isEmpty();
        assertThat(prompts().openFor(backup)).hasSize(1);
        assertThat(only(escalations().open()).skipped())
                .containsExactly(new Escalation.SkippedStep(1, sam, DispatchCheck.Refusal.NO_CONSENT, EVENING));
    }

    @Test
    void anEmptyLadderIsExhaustedLoudly() {
        var alone = new MenteeId(UUID.randomUUID());
        nudges().reachOut(alone, EVENING);
        assertThat(only(outside.heard(EscalationExhausted.class)).reason())
                .isEqualTo(Escalation.Exhausted.NOBODY_ON_LADDER);
        assertThat(escalations().open()).hasSize(1);
    }

    @Test
    void anExhaustedLadderStaysOpenUntilSomebodyHasIt() {
        nudges().reachOut(mentee, EVENING);
        house.pass(Duration.ofMinutes(10));
        assertThat(only(outside.heard(EscalationExhausted.class)).reason())
                .isEqualTo(Escalation.Exhausted.EVERY_STEP_TRIED);
        Escalation red = only(escalations().open());
        Prompt passed = only(prompts().openFor(sam));
        assertThat(prompts().acknowledge(passed.id(), sam)).isInstanceOf(PromptResult.Done.class);
        assertThat(escalations().open()).isEmpty();
        assertThat(escalations().takeOver(red.id())).isFalse();
    }

    @Test
    void aCoordinatorTakesOverAnExhaustedLadder() {
        nudges().reachOut(mentee, EVENING);
        Escalation walking = only(escalations().open());
        assertThat(escalations().takeOver(walking.id())).isFalse();
        house.pass(Duration.ofMinutes(10));
        assertThat(escalations().takeOver(walking.id())).isTrue();
        assertThat(escalations().open()).isEmpty();
    }

    @Test
    void theFirstWhoHasItWinsEvenAfterTheDeadline() {
        nudges().reachOut(mentee, EVENING);
        Prompt first = only(prompts().openFor(sam));
        house.pass(Duration.ofMinutes(6));
        Prompt second = only(prompts().openFor(backup));
        assertThat(prompts().acknowledge(first.id(), sam)).isInstanceOf(PromptResult.Done.class);
        assertThat(prompts().find(second.id()).orElseThrow().state()).isEqualTo(PromptState.STOOD_DOWN);
        assertThat(prompts().acknowledge(second.id(), backup))
                .isEqualTo(new PromptResult.Refused(PromptResult.Refusal.SOMEONE_ELSE_HAS_IT));
    }

    @Test
    void aMentorWhoCannotHandsOverAtOnce() {
        nudges().reachOut(mentee, EVENING);
        Prompt first = only(prompts().openFor(sam));
        prompts().markOpened(first.id(), sam);
        assertThat(prompts().handOver(first.id(), backup))
                .isEqualTo(new PromptResult.Refused(PromptResult.Refusal.NOT_YOUR_PROMPT));
        prompts().handOver(first.id(), sam);
        assertThat(prompts().openFor(backup)).hasSize(1);
        assertThat(only(outside.heard(PromptPassedOn.class)).handedOver()).isTrue();
        house.pass(Duration.ofMinutes(4));
        assertThat(outside.heard(PromptRaised.class)).hasSize(2);
    }

    @Test
    void aResponseFollowsAnAcknowledgement() {
        nudges().reachOut(mentee, EVENING);
        Prompt prompt = only(prompts().openFor(sam));
        assertThat(prompts().respond(prompt.id(), sam, Prompt.Response.CALLED))
                .isEqualTo(new PromptResult.Refused(PromptResult.Refusal.NOT_ACKNOWLEDGED));
        prompts().acknowledge(prompt.id(), sam);
        prompts().respond(prompt.id(), sam, Prompt.Response.CALLED);
        assertThat(only(prompts().historyFor(mentee, THAT_DAY)).response()).contains(Prompt.Response.CALLED);
        assertThat(only(prompts().historyFor(sam, THAT_DAY)).response()).contains(Prompt.Response.CALLED);
    }

    @Test
    void theMenteeStandsDownWhateverIsOpen() {
        nudges().reachOut(mentee, EVENING);
        assertThat(escalations().standDown(mentee)).isTrue();
        assertThat(escalations().standDown(mentee)).isFalse();
        house.pass(Duration.ofHours(1));
        assertThat(outside.heard(PromptRaised.class)).hasSize(1);
    }

    @Test
    void aHouseThatWasDownForHoursPromptsNobodyAndSaysSo() {
        strains(window(EVENING));
        house.close();
        clock.move(Duration.ofHours(3));
        house = House.byHand(outside);
        house.runDue();
        assertThat(outside.heard(PromptRaised.class)).isEmpty();
        assertThat(outside.nudgesSent).isEmpty();
        assertThat(only(outside.heard(EscalationExhausted.class)).reason()).isEqualTo(Escalation.Exhausted.TOO_LATE);
    }

    @Test
    void aCrashBetweenAnyTwoMomentsLosesNothing() {
        strains(window(EVENING));
        restart();
        house.pass(Duration.ofMinutes(3));
        restart();
        Prompt first = only(prompts().openFor(sam));
        restart();
        house.pass(Duration.ofMinutes(5));
        restart();
        assertThat(prompts().openFor(backup)).hasSize(1);
        assertThat(prompts().find(first.id()).orElseThrow().state()).isEqualTo(PromptState.PASSED_ON);
        house.pass(Duration.ofMinutes(5));
        assertThat(outside.heard(EscalationExhausted.class)).hasSize(1);
        assertThat(outside.nudgesSent).hasSize(1);
        assertThat(outside.heard(PromptRaised.class)).hasSize(2);
    }

    @Test
    void aNudgeIsHandedToItsCourierUntilItIsTaken() {
        outside.watchReachable = false;
        strains(window(EVENING));
        house.pass(Duration.ofSeconds(20));
        assertThat(outside.nudgesSent).isEmpty();
        outside.watchReachable = true;
        house.pass(Duration.ofSeconds(30));
        assertThat(outside.nudgesSent).hasSize(1);
        assertThat(outside.heard(NudgeSent.class)).hasSize(1);
    }

    @Test
    void theWatchdogGivesAnOpenMatterItsFutureBack() {
        strains(window(EVENING));
        house.jdbc.sql("truncate alerts.scheduled_task").update();
        house.watchdogGoesRound();
        house.pass(Duration.ofMinutes(4));
        assertThat(prompts().openFor(sam)).hasSize(1);

        house.jdbc.sql("truncate alerts.scheduled_task").update();
        house.watchdogGoesRound();
        house.pass(Duration.ofMinutes(5));
        Prompt second = only(prompts().openFor(backup));

        house.jdbc
                .sql("update alerts.prompt set state = 'PASSED_ON' where id = :id")
                .param("id", second.id().value())
                .update();
        house.watchdogGoesRound();
        assertThat(outside.heard(EscalationExhausted.class)).hasSize(1);
    }

    @Test
    void anEscalationThatIsRolledBackLeavesNoTimer() {
        var transactions = new TransactionTemplate(house.door(PlatformTransactionManager.class));
        transactions.executeWithoutResult(status -> {
            nudges().reachOut(mentee, EVENING);
            status.setRollbackOnly();
        });
        assertThat(house.count("escalation")).isZero();
        assertThat(house.count("scheduled_task")).isZero();
    }

    @Test
    void aLadderMayBeLongerAndSlower() {
        house.close();
        house = House.byHand(outside, Map.of("handrail.alerts.step-deadline", "2m"));
        var third = new MentorId(UUID.randomUUID());
        mentorships()
                .create(new NewMentorship(
                        mentee, third, 3, Optional.of(Duration.ofMinutes(7)), EVENING, Optional.empty()));
        nudges().reachOut(mentee, EVENING);
        house.pass(Duration.ofMinutes(4));
        Prompt prompt = only(prompts().openFor(third));
        assertThat(prompt.deadline()).isEqualTo(EVENING.plusSeconds(11 * 60));
    }

    private void restart() {
        house.close();
        house = House.byHand(outside);
    }

    private void step(int step, MentorId mentor) {
        mentorships()
                .create(new NewMentorship(
                        mentee, mentor, step, Optional.empty(), EVENING.minusSeconds(86_400), Optional.empty()));
    }

    /** Opens, and comes to its decision point at once. */
    private void strains(Stretch window) {
        house.hears(window.opened());
        house.hears(window.pointAt(window.openedAt()));
    }

    private Stretch window(Instant openedAt) {
        return Stretch.of(mentee, openedAt);
    }

    private MenteeAnswered answered(Optional<NudgeId> nudge, Choice choice, Instant at) {
        return new MenteeAnswered(mentee, nudge.map(NudgeId::value), choice, at, clock.instant());
    }

    private NudgeId waiting() {
        return nudges().openFor(mentee).orElseThrow().id();
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

    private Mentorships mentorships() {
        return house.door(Mentorships.class);
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
