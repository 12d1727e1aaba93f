package org.handrail.alerts.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.EscalationEased;
import org.handrail.alerts.EscalationExhausted;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.EscalationStoodDown;
import org.handrail.alerts.Ladders;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptRaised;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.PromptStoodDown;
import org.handrail.alerts.delivery.Dispatching;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.handrail.signals.MenteeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starts a ladder, walks it on, and ends it. At most one is walked for a mentee at a time. */
@Component
public class Escalating {

    private static final Logger log = LoggerFactory.getLogger(Escalating.class);

    private final PerMentee perMentee;
    private final EscalationRows escalations;
    private final PromptRows prompts;
    private final Ladders ladders;
    private final DispatchCheck dispatchCheck;
    private final Dispatching dispatching;
    private final Timers timers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AlertsSettings settings;

    Escalating(
            PerMentee perMentee,
            EscalationRows escalations,
            PromptRows prompts,
            Ladders ladders,
            DispatchCheck dispatchCheck,
            Dispatching dispatching,
            Timers timers,
            ApplicationEventPublisher events,
            Clock clock,
            AlertsSettings settings) {
        this.perMentee = perMentee;
        this.escalations = escalations;
        this.prompts = prompts;
        this.ladders = ladders;
        this.dispatchCheck = dispatchCheck;
        this.dispatching = dispatching;
        this.timers = timers;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a ladder is walked for. */
    public record Reason(Optional<NudgeId> nudge, Cause cause, String why, Instant since, Instant worthUntil) {}

    /** Asks the first step at once; joins the ladder that is being walked for this mentee, where one is. */
    public EscalationId start(MenteeId mentee, Reason reason) {
        return perMentee.settle(
                mentee,
                () -> underWay(mentee, reason.cause())
                        .map(escalation -> join(escalation, reason))
                        .orElseGet(() -> begin(mentee, reason)));
    }

    /** Those that nobody has yet. Held against change until the transaction ends. */
    public List<Escalation> openFor(MenteeId mentee) {
        return escalations.openFor(mentee);
    }

    public void standDown(Escalation escalation) {
        Instant now = clock.instant();
        perMentee.settle(escalation.mentee(), () -> {
            escalations.move(escalation, EscalationState.STOOD_DOWN, Optional.empty(), now);
            standDownPrompts(escalation, now);
            events.publishEvent(new EscalationStoodDown(escalation.id(), escalation.mentee(), now));
        });
    }

    /** The stretch is over: a ladder that is walked on silence asks nobody new. One that was asked for goes on. */
    public void ease(Escalation escalation) {
        if (escalation.state() == EscalationState.WALKING && escalation.cause() == Cause.SILENCE) {
            Instant now = clock.instant();
            escalations.move(escalation, EscalationState.EASED, Optional.empty(), now);
            events.publishEvent(new EscalationEased(escalation.id(), escalation.mentee(), now));
        }
    }

    void standDownPrompts(Escalation escalation, Instant now) {
        for (Prompt prompt : escalation.prompts()) {
            if (prompt.state().isOpen()) {
                standDownPrompt(prompt, now);
            }
        }
    }

    /** The mentor may not be told any more: the prompt goes, and the ladder is walked on. */
    void skipOver(Prompt prompt, DispatchCheck.Refusal reason, Instant now) {
        standDownPrompt(prompt, now);
        escalations.skip(prompt.escalation(), new SkippedStep(prompt.step(), prompt.mentor(), reason, now));
        walkOn(prompt.escalation(), now);
    }

    /** Asks the next mentor who may be told, or says loudly that there is none. One that has eased asks nobody. */
    void walkOn(EscalationId id, Instant now) {
        Escalation escalation = escalations.lock(id);
        if (escalation.state() != EscalationState.WALKING) {
            return;
        }
        List<Mentorship> ladder = ladders.ladderOf(escalation.mentee(), now);
        LadderWalk.Next next = LadderWalk.next(escalation, ladder, now, settings.stepDeadline());
        if (next instanceof LadderWalk.Stop stop) {
            exhaust(escalation, stop.reason(), now);
        } else if (next instanceof LadderWalk.Ask ask) {
            ask(escalation, ask, now);
        }
    }

    private void ask(Escalation escalation, LadderWalk.Ask ask, Instant now) {
        DispatchCheck.Verdict verdict =
                dispatchCheck.mayTell(escalation.mentee(), ask.rung().mentor());
        if (verdict instanceof DispatchCheck.Allowed allowed) {
            raise(escalation, ask, allowed.consentId(), now);
        } else if (verdict instanceof DispatchCheck.Refused refused) {
            skip(escalation, ask.rung(), refused.reason(), now);
            walkOn(escalation.id(), now);
        }
    }

    /** A wish for company also takes up a ladder that has eased, while somebody on it is still being asked. */
    private Optional<Escalation> underWay(MenteeId mentee, Cause cause) {
        List<Escalation> open = escalations.openFor(mentee);
        return open.stream()
                .filter(escalation -> escalation.state() == EscalationState.WALKING)
                .findFirst()
                .or(() -> open.stream()
                        .filter(escalation -> cause == Cause.ASKED_FOR_COMPANY
                                && escalation.state() == EscalationState.EASED
                                && isAskingSomebody(escalation))
                        .findFirst());
    }

    private static boolean isAskingSomebody(Escalation escalation) {
        return escalation.prompts().stream().anyMatch(prompt -> prompt.state().isOpen());
    }

    private EscalationId join(Escalation escalation, Reason reason) {
        if (escalation.state() == EscalationState.EASED) {
            escalations.move(escalation, EscalationState.WALKING, Optional.empty(), clock.instant());
        }
        if (reason.cause() == Cause.ASKED_FOR_COMPANY) {
            escalations.asked(escalation.id(), reason.worthUntil());
        }
        return escalation.id();
    }

    private EscalationId begin(MenteeId mentee, Reason reason) {
        Instant now = clock.instant();
        var id = new EscalationId(UUID.randomUUID());
        escalations.insert(new Escalation(
                id,
                mentee,
                reason.nudge(),
                reason.cause(),
                reason.why(),
                reason.since(),
                now,
                reason.worthUntil(),
                EscalationState.WALKING,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));
        walkOn(id, now);
        return id;
    }

    private void raise(Escalation escalation, LadderWalk.Ask ask, UUID consent, Instant now) {
        var prompt = new Prompt(
                new PromptId(UUID.randomUUID()),
                escalation.id(),
                escalation.mentee(),
                ask.rung().mentor(),
                ask.rung().step(),
                escalation.cause(),
                escalation.why(),
                escalation.since(),
                now,
                ask.deadline(),
                consent,
                PromptState.RAISED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        prompts.insert(prompt);
        timers.set(Timer.PROMPT_DEADLINE, prompt.id().value(), prompt.deadline());
        dispatching.dispatch(prompt.id(), prompt.mentor(), now);
        events.publishEvent(new PromptRaised(prompt.id(), prompt.mentor()));
    }

    private void skip(Escalation escalation, Mentorship rung, DispatchCheck.Refusal reason, Instant now) {
        log.info(
                "Step {} of escalation {} may not be told ({}), the next is asked",
                rung.step(),
                escalation.id(),
                reason);
        escalations.skip(escalation.id(), new SkippedStep(rung.step(), rung.mentor(), reason, now));
    }

    private void exhaust(Escalation escalation, Escalation.Exhausted reason, Instant now) {
        log.error("Nobody has escalation {} ({}), it stays open for a coordinator", escalation.id(), reason);
        escalations.move(escalation, EscalationState.EXHAUSTED, Optional.of(reason), now);
        events.publishEvent(new EscalationExhausted(escalation.id(), escalation.mentee(), reason, now));
    }

    private void standDownPrompt(Prompt prompt, Instant now) {
        prompts.move(prompt, PromptState.STOOD_DOWN, now);
        events.publishEvent(new PromptStoodDown(prompt.id(), prompt.escalation(), prompt.mentor(), now));
    }
}
