package org.handrail.companion.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowOpened;

/**
 * A risk window as the archive gives it once more.
 *
 * @param silentSince where the wrist fell silent in it, whether or not it was heard again
 * @param usual what was usual when it opened, by feature, in the feature's own unit
 */
public record Recomputed(
        RiskWindowOpened opened,
        Optional<DecisionPointReached> point,
        Optional<Instant> silentSince,
        Optional<RiskWindowClosed> closed,
        Map<String, Double> usual) {

    public Recomputed {
        usual = Map.copyOf(usual);
    }
}
