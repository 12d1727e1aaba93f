package org.handrail.alerts;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** The ladders that are being walked, and those that were. */
public interface Escalations {

    Optional<Escalation> find(EscalationId escalation);

    /** Escalations started in this window of time, newest first. */
    List<Escalation> of(MenteeId mentee, TimeWindow window);

    /** Every escalation that nobody has yet, exhausted and eased ones included, oldest first. */
    List<Escalation> open();

    /** The mentee says that nobody needs to come. True where something was open. */
    boolean standDown(MenteeId mentee);

    /** A coordinator takes care of an exhausted or eased escalation. False where it is neither any more. */
    boolean takeOver(EscalationId escalation);
}
