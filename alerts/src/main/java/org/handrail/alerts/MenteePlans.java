package org.handrail.alerts;

import org.handrail.signals.MenteeId;

/** Port: where the plans written while well are kept. A mentee without one has {@link Plan#DEFAULT}. */
@FunctionalInterface
public interface MenteePlans {

    Plan planOf(MenteeId mentee);
}
