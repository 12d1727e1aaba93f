package org.handrail.alerts.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.store.PerMentee;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.stereotype.Component;

@Component
class EscalationDesk implements Escalations {

    private final EscalationRows rows;
    private final Escalating escalating;
    private final PerMentee perMentee;
    private final Clock clock;

    EscalationDesk(EscalationRows rows, Escalating escalating, PerMentee perMentee, Clock clock) {
        this.rows = rows;
        this.escalating = escalating;
        this.perMentee = perMentee;
        this.clock = clock;
    }

    @Override
    public Optional<Escalation> find(EscalationId escalation) {
        return rows.find(escalation);
    }

    @Override
    public List<Escalation> of(MenteeId mentee, TimeWindow window) {
        return rows.of(mentee, window);
    }

    @Override
    public List<Escalation> open() {
        return rows.open();
    }

    @Override
    public boolean standDown(MenteeId mentee) {
        return perMentee.settle(mentee, () -> {
            List<Escalation> open = rows.openFor(mentee);
            open.forEach(escalating::standDown);
            return !open.isEmpty();
        });
    }

    @Override
    public boolean takeOver(EscalationId escalation) {
        return rows.find(escalation)
                .map(found -> perMentee.settle(found.mentee(), () -> takeOverIfNobodyNewIsAsked(escalation)))
                .orElse(false);
    }

    private boolean takeOverIfNobodyNewIsAsked(EscalationId id) {
        Escalation escalation = rows.lock(id);
        if (!escalation.state().mayBecome(EscalationState.TAKEN_OVER)) {
            return false;
        }
        Instant now = clock.instant();
        rows.move(escalation, EscalationState.TAKEN_OVER, Optional.empty(), now);
        escalating.standDownPrompts(escalation, now);
        return true;
    }
}
