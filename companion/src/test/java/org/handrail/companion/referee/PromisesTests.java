package org.handrail.companion.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Plan;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.QuietHours;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.junit.jupiter.api.Test;

/** A life in which all is well, broken in one place after the other. */
class PromisesTests {

    private static final Instant OPENED = Instant.parse("2026-03-02T19:00:00Z");
    private static final Instant HEARD = OPENED.plusSeconds(20);
    private static final AlertsSettings RULES = Referee.rules();
    private static final MentorId SAM = new MentorId(new UUID(0, 1));

    private Life life = new Lives(1).ofEvening(0, Duration.ofHours(17), Duration.ofHours(21));
    private final List<Lived.Window> windows = new ArrayList<>();
    private final List<HeardWindow> heard = new ArrayList<>();
    private final List<AskedNudge> nudges = new ArrayList<>();
    private final List<Escalation> ladders = new ArrayList<>();
    private final List<UUID> shown = new ArrayList<>();

    @Test
    void aLifeInWhichAllIsWellBreaksNoPromise() {
        silence(0);
        silence(120);
        assertBroken(0, 0, 0, 0);
        assertThat(promises().afterEasing()).isZero();
    }

    @Test
    void aNudgeForAWindowOfLongAgoIsStale() {
        silence(0);
        windows.set(0, window(0, HEARD.minus(RULES.freshness()).minusSeconds(1), Optional.empty()));
        assertBroken(1, 0, 0, 0);
    }

    @Test
    void aNudgeForAWindowKnownToBeOverIsStale() {
        silence(0);
        windows.set(0, window(0, OPENED, Optional.of(HEARD.minusMillis(1))));
        assertBroken(1, 0, 0, 0);
        assertThat(promises().afterEasing()).isEqualTo(1);
    }

    @Test
    void aPromptAfterTheTimeWorthActingOnIsStale() {
        silence(0);
        var late = prompt(ladders.get(0), SAM, OPENED.plus(RULES.worthActingOn()));
        replaceLadder(0, List.of(late), EscalationState.ACKNOWLEDGED);
        assertBroken(1, 0, 0, 0);
    }

    @Test
    void aPromptForAWindowThatEasedIsToldApart() {
        silence(0);
        windows.set(0, window(0, OPENED, Optional.of(HEARD.plusSeconds(60))));
        assertBroken(0, 0, 0, 0);
        assertThat(promises().afterEasing()).isEqualTo(1);
    }

    @Test
    void aPromptForAWindowWhoseEndIsUnknownIsNotAfterEasing() {
        silence(0);
        var eased = window(0, OPENED, Optional.of(HEARD.plusSeconds(60)));
        windows.set(
                0,
                new Lived.Window(
                        eased.id(),
                        eased.start(),
                        eased.openedAt(),
                        eased.decisionPoint(),
                        eased.end(),
                        Optional.of(Ending.UNKNOWN),
                        eased.endedAt()));
        assertThat(promises().afterEasing()).isZero();
    }

    @Test
    void aDecisionPointThatNobodyDecidedAboutIsLost() {
        windows.add(window(0, OPENED, Optional.empty()));
        heard.add(new HeardWindow(
                windows.get(0).id(),
                life.mentee(),
                OPENED,
                HEARD,
                Decision.WATCHED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void aWindowThatNobodyHeardOfIsLost() {
        windows.add(window(7, OPENED, Optional.empty()));
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void aDecisionWithoutItsNudgeIsLost() {
        silence(0);
        nudges.clear();
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void aNudgeThatWasNotShownIsLost() {
        silence(0);
        shown.clear();
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void aNudgeThatWaitsForEverIsLost() {
        silence(0);
        nudges.set(0, nudge(0, NudgeState.ASKED));
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void aWishForCompanyThatNobodyHearsIsLost() {
        silence(0);
        ladders.clear();
        nudges.set(0, nudge(0, NudgeState.REACHED_OUT));
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void aLadderThatStoppedOnItsWayIsLost() {
        silence(0);
        replaceLadder(0, List.of(), EscalationState.ACKNOWLEDGED);
        assertBroken(0, 1, 0, 0);
        replaceLadder(0, List.of(prompt(ladders.get(0), SAM, HEARD)), EscalationState.WALKING);
        assertBroken(0, 1, 0, 0);
    }

    @Test
    void whatHappensTwiceIsDoubled() {
        silence(0);
        heard.add(heard.get(0));
        assertBroken(0, 0, 1, 0);
        shown.add(shown.get(0));
        assertBroken(0, 0, 2, 0);
        var first = prompt(ladders.get(0), SAM, HEARD.plusSeconds(180));
        var again = prompt(ladders.get(0), SAM, HEARD.plusSeconds(480));
        replaceLadder(0, List.of(first, again), EscalationState.ACKNOWLEDGED);
        assertBroken(0, 0, 3, 0);
    }

    @Test
    void twoLaddersAtOnceAreDoubled() {
        silence(0);
        silence(120);
        ladders.add(ladders.get(1));
        assertBroken(0, 0, 1, 0);
    }

    @Test
    void nudgesTooCloseOrTooManyExceedTheBudget() {
        silence(0);
        silence(60);
        assertBroken(0, 0, 0, 1);
        silence(200);
        assertBroken(0, 0, 0, 2);
    }

    @Test
    void aNudgeInQuietHoursExceedsTheBudget() {
        var plan = new Plan(
                life.plan().waitingTime(),
                life.plan().silenceMeans(),
                Optional.of(new QuietHours(LocalTime.of(18, 30), LocalTime.of(20, 0))));
        life = new Life(
                life.seed(),
                life.mentee(),
                life.disposition(),
                life.settings(),
                plan,
                life.steps(),
                life.span(),
                life.outages());
        silence(0);
        assertBroken(0, 0, 0, 1);
    }

    private void assertBroken(int stale, int lost, int doubled, int budget) {
        var promises = promises();
        assertThat(List.of(promises.stale(), promises.lost(), promises.doubled(), promises.budgetExceeded()))
                .as("stale, lost, doubled, budget exceeded")
                .containsExactly(stale, lost, doubled, budget);
    }

    private Promises promises() {
        return new Promises(
                new Lived(life, windows, heard, nudges, ladders, shown, OPENED.plus(Duration.ofHours(12))), RULES);
    }

    /** A window, a nudge that nobody answers, and a mentor who has it. */
    private void silence(int minute) {
        windows.add(window(minute, at(OPENED, minute), Optional.empty()));
        heard.add(new HeardWindow(
                new RiskWindowId(new UUID(1, minute)),
                life.mentee(),
                at(OPENED, minute),
                at(HEARD, minute),
                Decision.NUDGED,
                Optional.of(at(OPENED, minute)),
                Optional.of(at(HEARD, minute)),
                Optional.empty()));
        nudges.add(nudge(minute, NudgeState.UNANSWERED));
        shown.add(new UUID(2, minute));
        var bare = ladder(minute, List.of(), EscalationState.ACKNOWLEDGED);
        ladders.add(ladder(
                minute, List.of(prompt(bare, SAM, at(HEARD, minute).plusSeconds(180))), EscalationState.ACKNOWLEDGED));
    }

    private static Lived.Window window(int minute, Instant openedAt, Optional<Instant> endedAt) {
        return new Lived.Window(
                new RiskWindowId(new UUID(1, minute)),
                openedAt.minusSeconds(240),
                openedAt,
                Optional.of(openedAt),
                endedAt,
                endedAt.map(at -> Ending.EASED),
                endedAt);
    }

    private AskedNudge nudge(int minute, NudgeState state) {
        return new AskedNudge(
                new NudgeId(new UUID(2, minute)),
                life.mentee(),
                "faster than usual",
                at(HEARD, minute),
                at(HEARD, minute).plusSeconds(180),
                state,
                Optional.empty());
    }

    private Escalation ladder(int minute, List<Prompt> prompts, EscalationState state) {
        Instant start = at(HEARD, minute).plusSeconds(180);
        return new Escalation(
                new EscalationId(new UUID(3, minute)),
                life.mentee(),
                Optional.of(new NudgeId(new UUID(2, minute))),
                Cause.SILENCE,
                "faster than usual",
                at(OPENED, minute),
                start,
                at(OPENED, minute).plus(RULES.worthActingOn()),
                state,
                Optional.empty(),
                state == EscalationState.WALKING ? Optional.empty() : Optional.of(start.plusSeconds(100)),
                prompts,
                List.of());
    }

    private void replaceLadder(int minute, List<Prompt> prompts, EscalationState state) {
        ladders.set(0, ladder(minute, prompts, state));
    }

    private Prompt prompt(Escalation ladder, MentorId mentor, Instant raisedAt) {
        return new Prompt(
                new PromptId(UUID.randomUUID()),
                ladder.id(),
                life.mentee(),
                mentor,
                1,
                Cause.SILENCE,
                ladder.why(),
                ladder.since(),
                raisedAt,
                raisedAt.plus(RULES.stepDeadline()),
                new UUID(0, 0),
                PromptState.ACKNOWLEDGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant at(Instant instant, int minute) {
        return instant.plus(Duration.ofMinutes(minute));
    }
}
