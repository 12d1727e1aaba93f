package org.handrail.analytics;

import java.util.Map;
import org.handrail.signals.MenteeId;

/**
 * From the method's log-odds to how often a moment with as much was called a hard one, learnt from what people said. It is
 * the cohort's curve, moved a little for who says so more often or more rarely than others.
 *
 * @param slope of the curve; above 0 where a higher score means more risk
 * @param offset of the curve
 * @param byMentee how far it is moved for a person, in log-odds
 */
public record CalibratedRisk(double slope, double offset, Map<MenteeId, Double> byMentee) {

    public CalibratedRisk {
        byMentee = Map.copyOf(byMentee);
    }

    public double probability(MenteeId mentee, double logOdds) {
        double calibrated = slope * logOdds + offset + byMentee.getOrDefault(mentee, 0.0);
        return 1 / (1 + Math.exp(-calibrated));
    }
}
