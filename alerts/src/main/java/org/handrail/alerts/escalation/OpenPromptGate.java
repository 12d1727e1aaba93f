package org.handrail.alerts.escalation;

import java.time.Instant;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.delivery.PromptGate;
import org.springframework.stereotype.Component;

/**
 * Lets a push pass while its prompt is open, its stretch has not eased, it is worth acting on, and consented to. Without consent
 * the ladder is walked on.
 */
@Component
class OpenPromptGate implements PromptGate {

    private final PromptRows prompts;
    private final EscalationRows escalations;
    private final Escalating escalating;
    private final DispatchCheck dispatchCheck;

    OpenPromptGate(PromptRows prompts, EscalationRows escalations, Escalating escalating, DispatchCheck dispatchCheck) {
        this.prompts = prompts;
        this.escalations = escalations;
        this.escalating = escalating;
        this.dispatchCheck = dispatchCheck;
    }

    @Override
    public Verdict mayPass(PromptId id, Instant now) {
        Prompt prompt = prompts.lock(id);
        Escalation escalation = escalations.lock(prompt.escalation());
        if (!prompt.state().isOpen()
                || escalation.state() == EscalationState.EASED
                || !now.isBefore(escalation.worthUntil())) {
            return new Shut();
        }
        DispatchCheck.Verdict verdict = dispatchCheck.mayTell(prompt.mentee(), prompt.mentor());
        if (verdict instanceof DispatchCheck.Refused refused) {
            escalating.skipOver(prompt, refused.reason(), now);
            return new Shut();
        }
        return new Open(escalation.worthUntil());
    }
}
