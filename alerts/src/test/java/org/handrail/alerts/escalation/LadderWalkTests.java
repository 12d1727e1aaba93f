package org.handrail.alerts.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.alerts.escalation.Sample.START;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Escalation.Exhausted;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptState;
import org.junit.jupiter.api.Test;

class LadderWalkTests {

    private static final Duration FIVE = Duration.ofMinutes(5);

    private final MentorId first = Sample.mentor();
    private final MentorId second = Sample.mentor();
    private final List<Mentorship> ladder = List.of(Sample.rung(2, second), Sample.rung(1, first));

    @Test
    void beginsAtTheLowestStep() {
        assertThat(next(List.of(), List.of(), ladder, START))
                .isEqualTo(new LadderWalk.Ask(ladder.get(1), START.plus(FIVE)));
    }

    @Test
    void goesOnFromAPromptThatPassed() {
        assertThat(next(List.of(Sample.prompt(1, first, PromptState.PASSED_ON)), List.of(), ladder, START))
                .isEqualTo(new LadderWalk.Ask(ladder.get(0), START.plus(FIVE)));
    }

    @Test
    void goesOnFromAStepThatWasSkipped() {
        var skipped = new SkippedStep(1, first, DispatchCheck.Refusal.QUIET_HOURS, START);
        assertThat(next(List.of(), List.of(skipped), ladder, START))
                .isEqualTo(new LadderWalk.Ask(ladder.get(0), START.plus(FIVE)));
    }

    @Test
    void aMentorWhoMovedToAnotherStepIsNotAskedTwice() {
        var moved = List.of(Sample.rung(2, first), Sample.rung(3, second));
        assertThat(next(List.of(Sample.prompt(1, first, PromptState.PASSED_ON)), List.of(), moved, START))
                .isEqualTo(new LadderWalk.Ask(moved.get(1), START.plus(FIVE)));
    }

    @Test
    void aStepMayHaveADeadlineOfItsOwn() {
        Mentorship plain = Sample.rung(1, first);
        var slow = new Mentorship(
                plain.id(),
                plain.mentee(),
                first,
                1,
                Optional.of(Duration.ofMinutes(9)),
                plain.from(),
                Optional.empty());
        assertThat(next(List.of(), List.of(), List.of(slow), START))
                .isEqualTo(new LadderWalk.Ask(slow, START.plusSeconds(540)));
    }

    @Test
    void saysHowItCameToItsEnd() {
        List<Prompt> both = List.of(
                Sample.prompt(1, first, PromptState.PASSED_ON), Sample.prompt(2, second, PromptState.HANDED_OVER));
        assertThat(next(List.of(), List.of(), List.of(), START))
                .isEqualTo(new LadderWalk.Stop(Exhausted.NOBODY_ON_LADDER));
        assertThat(next(both, List.of(), ladder, START)).isEqualTo(new LadderWalk.Stop(Exhausted.EVERY_STEP_TRIED));
        assertThat(next(both, List.of(), List.of(), START)).isEqualTo(new LadderWalk.Stop(Exhausted.EVERY_STEP_TRIED));
    }

    @Test
    void asksNobodyNewOnceItIsTooLate() {
        Instant worthUntil = START.plusSeconds(3600);
        assertThat(next(List.of(), List.of(), ladder, worthUntil.minusMillis(1)))
                .isInstanceOf(LadderWalk.Ask.class);
        assertThat(next(List.of(), List.of(), ladder, worthUntil)).isEqualTo(new LadderWalk.Stop(Exhausted.TOO_LATE));
    }

    private static LadderWalk.Next next(
            List<Prompt> prompts, List<SkippedStep> skipped, List<Mentorship> ladder, Instant now) {
        return LadderWalk.next(Sample.walking(prompts, skipped), ladder, now, FIVE);
    }
}
