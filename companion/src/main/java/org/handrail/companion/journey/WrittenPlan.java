package org.handrail.companion.journey;

import java.util.List;
import org.handrail.alerts.Plan;

/** What a mentee wrote down while well: how long a nudge waits, what silence means, when not to ask, and what helps. */
public record WrittenPlan(Plan plan, List<String> copingSteps) {

    public WrittenPlan {
        copingSteps = List.copyOf(copingSteps);
    }
}
