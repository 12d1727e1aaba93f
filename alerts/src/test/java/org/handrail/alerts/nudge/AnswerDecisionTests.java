package org.handrail.alerts.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.alerts.AnswerResult.Refusal;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.SampleSettings;
import org.handrail.alerts.nudge.AnswerDecision.ReachOut;
import org.handrail.alerts.nudge.AnswerDecision.Refuse;
import org.handrail.alerts.nudge.AnswerDecision.Ruling;
import org.handrail.alerts.nudge.AnswerDecision.Settle;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerDecisionTests {

    private static final Instant ASKED = Instant.parse("2026-03-02T19:00:00Z");
    private static final Instant EXPIRES = ASKED.plusSeconds(180);
    private static final Instant NOW = ASKED.plusSeconds(600);
    private static final MenteeId MENTEE = new MenteeId(UUID.randomUUID());
    private static final NudgeId NUDGE = new NudgeId(UUID.randomUUID());
    private static final Escalation FROM_NUDGE = escalation(Optional.of(NUDGE));
    private static final Escalation FROM_BUTTON = escalation(Optional.empty());

    @ParameterizedTest(name = "{0} while {1}, pressed {2} s after, open {3}: {4}")
    @MethodSource("rows")
    void decides(Choice choice, NudgeState state, long pressedAfter, List<Escalation> open, Ruling ruling) {
        assertThat(decide(Optional.of(nudge(state)), choice, ASKED.plusSeconds(pressedAfter), open))
                .isEqualTo(ruling);
    }

    static Stream<Arguments> rows() {
        var answered = new Refuse(Refusal.ALREADY_ANSWERED);
        var ended = List.of(FROM_NUDGE.id());
        return Stream.of(
                Arguments.of(Choice.OKAY, NudgeState.ASKED, 10, List.of(), new Settle(NudgeState.OKAY, List.of())),
                Arguments.of(Choice.ROUGH, NudgeState.ASKED, 10, List.of(), new Settle(NudgeState.ROUGH, List.of())),
                Arguments.of(Choice.OKAY, NudgeState.UNANSWERED, 10, List.of(), new Settle(NudgeState.OKAY, List.of())),
                Arguments.of(Choice.OKAY, NudgeState.UNANSWERED, 181, List.of(), new Refuse(Refusal.NUDGE_EXPIRED)),
                Arguments.of(
                        Choice.OKAY,
                        NudgeState.UNANSWERED,
                        181,
                        List.of(FROM_NUDGE),
                        new Settle(NudgeState.OKAY, ended)),
                Arguments.of(
                        Choice.ROUGH,
                        NudgeState.UNANSWERED,
                        181,
                        List.of(FROM_NUDGE),
                        new Settle(NudgeState.ROUGH, ended)),
                Arguments.of(
                        Choice.OKAY,
                        NudgeState.UNANSWERED,
                        181,
                        List.of(FROM_BUTTON),
                        new Refuse(Refusal.NUDGE_EXPIRED)),
                Arguments.of(
                        Choice.OKAY,
                        NudgeState.REACHED_OUT,
                        61,
                        List.of(FROM_NUDGE),
                        new Settle(NudgeState.STOOD_DOWN, ended)),
                Arguments.of(Choice.OKAY, NudgeState.REACHED_OUT, 59, List.of(FROM_NUDGE), answered),
                Arguments.of(Choice.OKAY, NudgeState.REACHED_OUT, 61, List.of(), answered),
                Arguments.of(Choice.ROUGH, NudgeState.REACHED_OUT, 61, List.of(FROM_NUDGE), answered),
                Arguments.of(Choice.ROUGH, NudgeState.OKAY, 10, List.of(), answered),
                Arguments.of(Choice.OKAY, NudgeState.ROUGH, 10, List.of(), answered),
                Arguments.of(Choice.OKAY, NudgeState.STOOD_DOWN, 10, List.of(), answered));
    }

    @ParameterizedTest
    @EnumSource
    void aWishToReachOutIsHeardWhateverTheNudge(NudgeState state) {
        Optional<NudgeState> next =
                state == NudgeState.ASKED || state == NudgeState.UNANSWERED || state == NudgeState.EASED
                        ? Optional.of(NudgeState.REACHED_OUT)
                        : Optional.empty();
        assertThat(decide(Optional.of(nudge(state)), Choice.REACH_OUT, ASKED, List.of()))
                .isEqualTo(new ReachOut(next));
    }

    @Test
    void aWishToReachOutNeedsNoNudge() {
        assertThat(decide(Optional.empty(), Choice.REACH_OUT, ASKED, List.of()))
                .isEqualTo(new ReachOut(Optional.empty()));
    }

    @Test
    void aWishToReachOutTurnsOldAfterHalfAnHour() {
        assertThat(decide(Optional.empty(), Choice.REACH_OUT, NOW.minusSeconds(1800), List.of()))
                .isEqualTo(new ReachOut(Optional.empty()));
        assertThat(decide(Optional.empty(), Choice.REACH_OUT, NOW.minusSeconds(1801), List.of()))
                .isEqualTo(new Refuse(Refusal.PRESSED_TOO_LONG_AGO));
    }

    @Test
    void aClockThatRunsAheadStopsNobodyFromReachingOut() {
        assertThat(decide(Optional.empty(), Choice.REACH_OUT, NOW.plusSeconds(86_400), List.of()))
                .isEqualTo(new ReachOut(Optional.empty()));
    }

    @Test
    void someoneElsesNudgeIsNotTouched() {
        var stranger = new MenteeId(UUID.randomUUID());
        Optional<AskedNudge> nudge = Optional.of(nudge(NudgeState.ASKED));
        assertThat(AnswerDecision.decide(
                        stranger, nudge, Choice.OKAY, ASKED, NOW, List.of(), SampleSettings.defaults()))
                .isEqualTo(new Refuse(Refusal.SOMEONE_ELSES_NUDGE));
        assertThat(AnswerDecision.decide(
                        stranger, nudge, Choice.REACH_OUT, ASKED, NOW, List.of(), SampleSettings.defaults()))
                .isEqualTo(new ReachOut(Optional.empty()));
    }

    private static Ruling decide(Optional<AskedNudge> nudge, Choice choice, Instant pressedAt, List<Escalation> open) {
        return AnswerDecision.decide(MENTEE, nudge, choice, pressedAt, NOW, open, SampleSettings.defaults());
    }

    private static AskedNudge nudge(NudgeState state) {
        Optional<Instant> answeredAt = state == NudgeState.ASKED || state == NudgeState.UNANSWERED
                ? Optional.empty()
                : Optional.of(ASKED.plusSeconds(60));
        return new AskedNudge(NUDGE, MENTEE, "why", ASKED, EXPIRES, state, answeredAt);
    }

    private static Escalation escalation(Optional<NudgeId> nudge) {
        return new Escalation(
                new EscalationId(UUID.randomUUID()),
                MENTEE,
                nudge,
                Escalation.Cause.SILENCE,
                "why",
                ASKED,
                EXPIRES,
                ASKED.plusSeconds(3600),
                EscalationState.WALKING,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
