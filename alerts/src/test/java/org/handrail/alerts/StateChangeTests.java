package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.handrail.alerts.HeardWindow.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states, legal or not. */
class StateChangeTests {

    private static final Set<String> NUDGE = Set.of(
            "ASKED OKAY",
            "ASKED ROUGH",
            "ASKED REACHED_OUT",
            "ASKED UNANSWERED",
            "ASKED EASED",
            "EASED OKAY",
            "EASED ROUGH",
            "EASED REACHED_OUT",
            "UNANSWERED OKAY",
            "UNANSWERED ROUGH",
            "UNANSWERED REACHED_OUT",
            "REACHED_OUT STOOD_DOWN");
    private static final Set<String> PROMPT = Set.of(
            "RAISED OPENED",
            "RAISED ACKNOWLEDGED",
            "RAISED HANDED_OVER",
            "RAISED PASSED_ON",
            "RAISED STOOD_DOWN",
            "OPENED ACKNOWLEDGED",
            "OPENED HANDED_OVER",
            "OPENED PASSED_ON",
            "OPENED STOOD_DOWN",
            "PASSED_ON ACKNOWLEDGED",
            "HANDED_OVER ACKNOWLEDGED");
    private static final Set<String> ESCALATION = Set.of(
            "WALKING ACKNOWLEDGED",
            "WALKING STOOD_DOWN",
            "WALKING EXHAUSTED",
            "WALKING EASED",
            "EASED WALKING",
            "EASED ACKNOWLEDGED",
            "EASED STOOD_DOWN",
            "EASED TAKEN_OVER",
            "EXHAUSTED ACKNOWLEDGED",
            "EXHAUSTED STOOD_DOWN",
            "EXHAUSTED TAKEN_OVER");
    private static final Set<String> DECISION = Set.of(
            "WATCHED NOT_WORTH_ASKING",
            "WATCHED WAITS_OUT_QUIET_HOURS",
            "WATCHED NUDGED",
            "WATCHED JOINED",
            "WATCHED HELD_AS_TOO_SOON",
            "WATCHED HELD_AS_OVER_BUDGET",
            "WATCHED HELD_IN_QUIET_HOURS",
            "WATCHED HISTORY",
            "NOT_WORTH_ASKING WAITS_OUT_QUIET_HOURS",
            "NOT_WORTH_ASKING NUDGED",
            "NOT_WORTH_ASKING JOINED",
            "NOT_WORTH_ASKING HELD_AS_TOO_SOON",
            "NOT_WORTH_ASKING HELD_AS_OVER_BUDGET",
            "NOT_WORTH_ASKING HELD_IN_QUIET_HOURS",
            "NOT_WORTH_ASKING HISTORY",
            "WAITS_OUT_QUIET_HOURS NUDGED",
            "WAITS_OUT_QUIET_HOURS JOINED",
            "WAITS_OUT_QUIET_HOURS HELD_AS_TOO_SOON",
            "WAITS_OUT_QUIET_HOURS HELD_AS_OVER_BUDGET",
            "WAITS_OUT_QUIET_HOURS HELD_IN_QUIET_HOURS");

    @ParameterizedTest(name = "{0}")
    @MethodSource("nudges")
    void aNudgeChangesOnlyAsListed(String label, NudgeState from, NudgeState to) {
        check(NUDGE.contains(label), from.mayBecome(to), from, to, () -> from.become(to));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prompts")
    void aPromptChangesOnlyAsListed(String label, PromptState from, PromptState to) {
        check(PROMPT.contains(label), from.mayBecome(to), from, to, () -> from.become(to));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("escalations")
    void anEscalationChangesOnlyAsListed(String label, EscalationState from, EscalationState to) {
        check(ESCALATION.contains(label), from.mayBecome(to), from, to, () -> from.become(to));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void whatIsDecidedOfAWindowChangesOnlyAsListed(String label, Decision from, Decision to) {
        check(DECISION.contains(label), from.mayBecome(to), from, to, () -> from.become(to));
    }

    private static void check(boolean legal, boolean may, Enum<?> from, Enum<?> to, Supplier<Enum<?>> change) {
        assertThat(may).isEqualTo(legal);
        if (legal) {
            assertThat(change.get()).isEqualTo(to);
        } else {
            assertThatThrownBy(change::get)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(from.name());
        }
    }

    static Stream<Object[]> nudges() {
        return pairs(NudgeState.values());
    }

    static Stream<Object[]> prompts() {
        return pairs(PromptState.values());
    }

    static Stream<Object[]> escalations() {
        return pairs(EscalationState.values());
    }

    static Stream<Object[]> decisions() {
        return pairs(Decision.values());
    }

    private static Stream<Object[]> pairs(Enum<?>[] states) {
        return Arrays.stream(states)
                .flatMap(from -> Arrays.stream(states).map(to -> new Object[] {from + " " + to, from, to}));
    }
}
