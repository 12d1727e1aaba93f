package org.handrail.analytics;

import java.util.List;
import org.handrail.analytics.Why.Term;

/**
 * How much the mentee could do with company now, as log-odds: what is usual at this hour, what the body says, sleep, and what
 * the mentee has said. Decision support, never a probability of anything.
 *
 * @param logOdds sum of the terms; NaN where nothing is said
 * @param terms heaviest first
 */
public record RiskScore(double logOdds, List<Term> terms) {

    public static final RiskScore UNKNOWN = new RiskScore(Double.NaN, List.of());

    public RiskScore {
        terms = List.copyOf(terms);
    }
}
