package org.handrail.alerts.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AnswerResult.Refusal;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.NudgeState;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;

/**
 * What a mentee's answer leads to. Okay and rough need a nudge that they answer. A wish to reach out does not: to a nudge
 * that is closed, or that nobody knows, it is still a person asking for company, and only its age can turn it away. A clock
 * that runs ahead does not make it younger than now.
 */
final class AnswerDecision {

    private AnswerDecision() {}

    sealed interface Ruling {}

    /** The nudge's next state, and the ladders that it ends. */
    record Settle(NudgeState next, List<EscalationId> standDown) implements Ruling {}

    /** Somebody is asked at once. Next is empty where no nudge changes. */
    record ReachOut(Optional<NudgeState> next) implements Ruling {}

    record Refuse(Refusal reason) implements Ruling {}

    /**
     * @param nudge what is answered, as it stands
     * @param open the mentee's ladders that nobody has yet
     */
    static Ruling decide(
            MenteeId mentee,
            Optional<AskedNudge> nudge,
            Choice choice,
            Instant pressedAt,
            Instant now,
            List<Escalation> open,
            AlertsSettings settings) {
        if (choice == Choice.REACH_OUT) {
            return reachOut(mentee, nudge, pressedAt, now, settings);
        }
        if (nudge.isEmpty()) {
            return new Refuse(Refusal.UNKNOWN_NUDGE);
        }
        if (!nudge.get().mentee().equals(mentee)) {
            return new Refuse(Refusal.SOMEONE_ELSES_NUDGE);
        }
        return settle(nudge.get(), choice, pressedAt, open);
    }

    private static Ruling reachOut(
            MenteeId mentee, Optional<AskedNudge> nudge, Instant pressedAt, Instant now, AlertsSettings settings) {
        if (Duration.between(pressedAt, now).compareTo(settings.reachOutFreshness()) > 0) {
            return new Refuse(Refusal.PRESSED_TOO_LONG_AGO);
        }
        return new ReachOut(nudge.filter(own -> own.mentee().equals(mentee))
                .filter(own -> own.state().mayBecome(NudgeState.REACHED_OUT))
                .map(own -> NudgeState.REACHED_OUT));
    }

    private static Ruling settle(AskedNudge nudge, Choice choice, Instant pressedAt, List<Escalation> open) {
        NudgeState said = choice == Choice.OKAY ? NudgeState.OKAY : NudgeState.ROUGH;
        return switch (nudge.state()) {
            case ASKED -> new Settle(said, List.of());
            case UNANSWERED, EASED -> {
                List<EscalationId> fromSilence = open.stream()
                        .filter(escalation -> escalation.nudge().equals(Optional.of(nudge.id())))
                        .map(Escalation::id)
                        .toList();
                yield fromSilence.isEmpty() && pressedAt.isAfter(nudge.expiresAt())
                        ? new Refuse(Refusal.NUDGE_EXPIRED)
                        : new Settle(said, fromSilence);
            }
            case REACHED_OUT -> {
                boolean later = nudge.answeredAt().map(pressedAt::isAfter).orElse(true);
                yield choice == Choice.OKAY && later && !open.isEmpty()
                        ? new Settle(
                                NudgeState.STOOD_DOWN,
                                open.stream().map(Escalation::id).toList())
                        : new Refuse(Refusal.ALREADY_ANSWERED);
            }
            case OKAY, ROUGH, STOOD_DOWN -> new Refuse(Refusal.ALREADY_ANSWERED);
        };
    }
}
