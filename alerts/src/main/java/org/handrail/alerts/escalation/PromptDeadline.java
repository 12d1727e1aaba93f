package org.handrail.alerts.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptPassedOn;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.TimerHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The deadline of a step passed without "I have it": the next step is asked. */
@Component
class PromptDeadline implements TimerHandler {

    private final PromptRows prompts;
    private final Escalating escalating;
    private final PerMentee perMentee;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PromptDeadline(
            PromptRows prompts,
            Escalating escalating,
            PerMentee perMentee,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prompts = prompts;
        this.escalating = escalating;
        this.perMentee = perMentee;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Timer timer() {
        return Timer.PROMPT_DEADLINE;
    }

    @Override
    public void due(UUID id) {
        prompts.find(new PromptId(id))
                .ifPresent(found -> perMentee.settle(found.mentee(), () -> passOnIfOpen(found.id())));
    }

    private void passOnIfOpen(PromptId id) {
        Prompt prompt = prompts.lock(id);
        if (!prompt.state().isOpen()) {
            return;
        }
        Instant now = clock.instant();
        prompts.move(prompt, PromptState.PASSED_ON, now);
        events.publishEvent(new PromptPassedOn(id, prompt.escalation(), prompt.mentor(), false, now));
        escalating.walkOn(prompt.escalation(), now);
    }
}
