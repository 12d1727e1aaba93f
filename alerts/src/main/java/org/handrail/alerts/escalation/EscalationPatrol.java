package org.handrail.alerts.escalation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Patrol;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds ladders that stopped between two steps: walks them on, or gives the open prompt its deadline back. */
@Component
class EscalationPatrol implements Patrol {

    private static final Logger log = LoggerFactory.getLogger(EscalationPatrol.class);

    private final JdbcEscalationRows escalations;
    private final Escalating escalating;
    private final Timers timers;
    private final PerMentee perMentee;
    private final Clock clock;

    EscalationPatrol(
            JdbcEscalationRows escalations, Escalating escalating, Timers timers, PerMentee perMentee, Clock clock) {
        this.escalations = escalations;
        this.escalating = escalating;
        this.timers = timers;
        this.perMentee = perMentee;
        this.clock = clock;
    }

    @Override
    public int mend() {
        List<Escalation> stuck = escalations.withoutFuture();
        stuck.forEach(escalation -> perMentee.settle(escalation.mentee(), () -> mend(escalation.id())));
        return stuck.size();
    }

    private void mend(EscalationId id) {
        Escalation escalation = escalations.lock(id);
        Optional<Prompt> open = escalation.prompts().stream()
                .filter(prompt -> prompt.state().isOpen())
                .findFirst();
        if (open.isPresent()) {
            log.error(
                    "Prompt {} had no deadline any more, it is set again",
                    open.get().id());
            timers.set(
                    Timer.PROMPT_DEADLINE, open.get().id().value(), open.get().deadline());
        } else if (escalation.state() == EscalationState.WALKING) {
            log.error("Escalation {} had no open prompt, the next step is asked", id);
            escalating.walkOn(id, clock.instant());
        }
    }
}
