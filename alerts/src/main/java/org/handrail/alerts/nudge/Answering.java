package org.handrail.alerts.nudge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.NudgeAnswered;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.ReachOutCameTooLate;
import org.handrail.alerts.escalation.Escalating;
import org.handrail.alerts.nudge.AnswerRows.Press;
import org.handrail.alerts.store.PerMentee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes an answer, whichever way it came, once. */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final String ASKED_FOR_YOU = "asked for you";

    private final AnswerRows answers;
    private final NudgeRows nudges;
    private final Escalating escalating;
    private final PerMentee perMentee;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AlertsSettings settings;

    Answering(
            AnswerRows answers,
            NudgeRows nudges,
            Escalating escalating,
            PerMentee perMentee,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock,
            AlertsSettings settings) {
        this.answers = answers;
        this.nudges = nudges;
        this.escalating = escalating;
        this.perMentee = perMentee;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    AnswerResult take(Press told) {
        var press = new Press(
                told.mentee(), told.nudge(), told.choice(), told.pressedAt().truncatedTo(ChronoUnit.MICROS));
        return perMentee.settle(
                press.mentee(),
                () -> answers.resultOf(press).orElseGet(() -> {
                    Instant now = clock.instant();
                    AnswerResult result = act(press, now);
                    answers.insert(press, result, now);
                    return result;
                }));
    }

    private AnswerResult act(Press press, Instant now) {
        List<Escalation> open = escalating.openFor(press.mentee());
        Optional<NudgeRow> row = nudgeOf(press, open);
        AnswerDecision.Ruling ruling = AnswerDecision.decide(
                press.mentee(), row.map(NudgeRow::asked), press.choice(), press.pressedAt(), now, open, settings);
        if (ruling instanceof AnswerDecision.Settle settle && row.isPresent()) {
            return settle(press, row.get().asked(), settle, open);
        }
        if (ruling instanceof AnswerDecision.ReachOut reachOut) {
            return reachOut(press, row.filter(own -> reachOut.next().isPresent()), now);
        }
        if (ruling instanceof AnswerDecision.Refuse refuse) {
            return refuse(press, refuse.reason(), now);
        }
        throw new IllegalStateException("An answer was decided in no way that is known");
    }

    /** "Reach out now" also answers the nudge that waits, or the one whose silence is being walked for. */
    private Optional<NudgeRow> nudgeOf(Press press, List<Escalation> open) {
        if (press.nudge().isPresent()) {
            return nudges.lock(press.nudge().get());
        }
        return nudges.openFor(press.mentee())
                .or(() -> open.stream()
                        .filter(escalation -> escalation.state() == EscalationState.WALKING)
                        .findFirst()
                        .flatMap(Escalation::nudge)
                        .flatMap(nudges::lock));
    }

    private AnswerResult settle(Press press, AskedNudge nudge, AnswerDecision.Settle settle, List<Escalation> open) {
        answered(press, nudge, settle.next());
        open.stream()
                .filter(escalation -> settle.standDown().contains(escalation.id()))
                .forEach(escalating::standDown);
        return new AnswerResult.Taken(Optional.empty());
    }

    private AnswerResult reachOut(Press press, Optional<NudgeRow> answered, Instant now) {
        Instant pressed = press.pressedAt().isBefore(now) ? press.pressedAt() : now;
        answered.ifPresent(row -> answered(press, row.asked(), NudgeState.REACHED_OUT));
        var reason = new Escalating.Reason(
                answered.map(row -> row.asked().id()),
                Cause.ASKED_FOR_COMPANY,
                answered.map(row -> row.asked().why()).orElse(ASKED_FOR_YOU),
                answered.map(NudgeRow::since).orElse(pressed),
                pressed.plus(settings.worthActingOn()));
        return new AnswerResult.Taken(Optional.of(escalating.start(press.mentee(), reason)));
    }

    private AnswerResult refuse(Press press, AnswerResult.Refusal reason, Instant now) {
        meters.counter("handrail.alerts.answers.refused", "reason", reason.name())
                .increment();
        if (reason == AnswerResult.Refusal.PRESSED_TOO_LONG_AGO) {
            log.error("A wish to reach out came too late to wake anybody, a coordinator is told");
            events.publishEvent(new ReachOutCameTooLate(press.mentee(), press.pressedAt(), now));
        }
        return new AnswerResult.Refused(reason);
    }

    private void answered(Press press, AskedNudge nudge, NudgeState next) {
        nudges.move(nudge, next, Optional.of(press.pressedAt()));
        events.publishEvent(new NudgeAnswered(nudge.id(), nudge.mentee(), press.choice(), press.pressedAt()));
    }
}
