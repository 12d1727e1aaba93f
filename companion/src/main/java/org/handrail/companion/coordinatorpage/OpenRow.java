package org.handrail.companion.coordinatorpage;

import java.util.List;
import org.handrail.alerts.EscalationId;

/**
 * An escalation that nobody has.
 *
 * @param who a name only where the mentee shares it with this coordinator
 * @param isExhausted nobody is left to ask
 * @param hasEased the stretch is over, and whoever was asked has not answered
 * @param steps who was asked or walked past, and what came of it
 */
record OpenRow(
        EscalationId id,
        String who,
        String what,
        String since,
        boolean isExhausted,
        boolean hasEased,
        List<String> steps) {

    OpenRow {
        steps = List.copyOf(steps);
    }
}
