package org.handrail.analytics.detection;

import java.util.List;

/** What to remember and what to tell. */
public record Step(MenteeState next, List<RiskFact> facts) {

    public Step {
        facts = List.copyOf(facts);
    }
}
