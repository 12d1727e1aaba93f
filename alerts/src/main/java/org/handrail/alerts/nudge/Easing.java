package org.handrail.alerts.nudge;

import java.time.Clock;
import java.util.Optional;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.NudgeEased;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.escalation.Escalating;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A stretch that has eased needs no answer, and no more people than were asked already. */
@Component
class Easing {

    private final NudgeRows nudges;
    private final Escalating escalating;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Easing(NudgeRows nudges, Escalating escalating, ApplicationEventPublisher events, Clock clock) {
        this.nudges = nudges;
        this.escalating = escalating;
        this.events = events;
        this.clock = clock;
    }

    void eased(HeardWindow window) {
        nudges.lockOf(window.id()).map(NudgeRow::asked).ifPresent(this::end);
    }

    private void end(AskedNudge nudge) {
        if (nudge.state() == NudgeState.ASKED) {
            nudges.move(nudge, NudgeState.EASED, Optional.empty());
            events.publishEvent(new NudgeEased(nudge.id(), nudge.mentee(), clock.instant()));
        } else {
            escalating.openFor(nudge.mentee()).stream()
                    .filter(escalation -> escalation.nudge().equals(Optional.of(nudge.id())))
                    .forEach(escalating::ease);
        }
    }
}
