package org.handrail.alerts.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Exhausted;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Where ladders are kept. */
interface EscalationRows {

    Optional<Escalation> find(EscalationId id);

    /** As it is now, and nobody else changes it before this transaction ends. */
    Escalation lock(EscalationId id);

    List<Escalation> of(MenteeId mentee, TimeWindow window);

    List<Escalation> open();

    List<Escalation> openFor(MenteeId mentee);

    void insert(Escalation escalation);

    /** The mentee asked for company while the ladder was being walked already. */
    void asked(EscalationId escalation, Instant worthUntil);

    /** One that is walked again has not ended. */
    void move(Escalation escalation, EscalationState next, Optional<Exhausted> exhausted, Instant at);

    void skip(EscalationId escalation, SkippedStep skipped);
}
