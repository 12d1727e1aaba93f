package org.handrail.alerts.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptAcknowledged;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptPassedOn;
import org.handrail.alerts.PromptResult;
import org.handrail.alerts.PromptResult.Done;
import org.handrail.alerts.PromptResult.Refusal;
import org.handrail.alerts.PromptResult.Refused;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.Prompts;
import org.handrail.alerts.delivery.Dispatching;
import org.handrail.alerts.store.PerMentee;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class PromptDesk implements Prompts {

    private final PromptRows prompts;
    private final EscalationRows escalations;
    private final Escalating escalating;
    private final Dispatching dispatching;
    private final PerMentee perMentee;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PromptDesk(
            PromptRows prompts,
            EscalationRows escalations,
            Escalating escalating,
            Dispatching dispatching,
            PerMentee perMentee,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prompts = prompts;
        this.escalations = escalations;
        this.escalating = escalating;
        this.dispatching = dispatching;
        this.perMentee = perMentee;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Prompt> openFor(MentorId mentor) {
        return prompts.openFor(mentor);
    }

    @Override
    public Optional<Prompt> find(PromptId prompt) {
        return prompts.find(prompt);
    }

    @Override
    public List<Prompt> historyFor(MenteeId mentee, TimeWindow window) {
        return prompts.historyFor(mentee, window);
    }

    @Override
    public List<Prompt> historyFor(MentorId mentor, TimeWindow window) {
        return prompts.historyFor(mentor, window);
    }

    @Override
    public PromptResult markShown(PromptId id, MentorId mentor) {
        return settle(id, prompt -> {
            if (!prompt.mentor().equals(mentor)) {
                return new Refused(Refusal.NOT_YOUR_PROMPT);
            }
            dispatching.shownOnLivePage(id, clock.instant());
            return new Done(prompt);
        });
    }

    @Override
    public PromptResult markOpened(PromptId id, MentorId mentor) {
        return settle(id, prompt -> apply(prompt, MentorsWord.opened(prompt, mentor), now -> {}));
    }

    @Override
    public PromptResult acknowledge(PromptId id, MentorId mentor) {
        return settle(id, prompt -> {
            Escalation escalation = escalations.lock(prompt.escalation());
            return apply(prompt, MentorsWord.acknowledged(prompt, escalation.state(), mentor), now -> {
                escalations.move(escalation, EscalationState.ACKNOWLEDGED, Optional.empty(), now);
                escalating.standDownPrompts(escalations.lock(escalation.id()), now);
                events.publishEvent(
                        new PromptAcknowledged(prompt.id(), escalation.id(), prompt.mentee(), prompt.mentor(), now));
            });
        });
    }

    @Override
    public PromptResult handOver(PromptId id, MentorId mentor) {
        return settle(id, prompt -> {
            EscalationState escalation = escalations.lock(prompt.escalation()).state();
            return apply(prompt, MentorsWord.handedOver(prompt, escalation, mentor), now -> {
                events.publishEvent(new PromptPassedOn(prompt.id(), prompt.escalation(), prompt.mentor(), true, now));
                escalating.walkOn(prompt.escalation(), now);
            });
        });
    }

    @Override
    public PromptResult respond(PromptId id, MentorId mentor, Prompt.Response response) {
        return settle(id, prompt -> {
            if (!prompt.mentor().equals(mentor)) {
                return new Refused(Refusal.NOT_YOUR_PROMPT);
            }
            if (prompt.state() != PromptState.ACKNOWLEDGED) {
                return new Refused(Refusal.NOT_ACKNOWLEDGED);
            }
            prompts.respond(id, response);
            return new Done(prompts.lock(id));
        });
    }

    private PromptResult settle(PromptId id, Function<Prompt, PromptResult> word) {
        return prompts.find(id)
                .map(found -> perMentee.settle(found.mentee(), () -> word.apply(prompts.lock(id))))
                .orElseGet(() -> new Refused(Refusal.UNKNOWN_PROMPT));
    }

    private PromptResult apply(Prompt prompt, MentorsWord.Ruling ruling, Consumer<Instant> consequence) {
        if (ruling instanceof MentorsWord.Refuse refuse) {
            return new Refused(refuse.reason());
        }
        if (ruling instanceof MentorsWord.Becomes becomes) {
            Instant now = clock.instant();
            prompts.move(prompt, becomes.next(), now);
            consequence.accept(now);
            return new Done(prompts.lock(prompt.id()));
        }
        return new Done(prompt);
    }
}
