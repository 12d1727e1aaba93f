package org.handrail.analytics;

import java.time.Instant;
import java.util.List;
import org.handrail.analytics.Why.Term;

/**
 * One closed minute of one wrist, for trends and audit. Each figure stands beside the share of time that it rests on; one that
 * could not be had is NaN, never zero.
 *
 * @param start first instant of the minute
 * @param variability over the five minutes that end with this one
 * @param movement motion stream, g
 * @param temperature of the skin, °C
 * @param likelihood how likely the minute is a strained one, 0 to 1; not a calibrated probability
 * @param evidence what each feature added to it, heaviest first; empty where nothing is said
 */
public record MinuteRecord(
        Instant start,
        MinuteState state,
        Wear wear,
        HeartMinute heart,
        HeartVariability variability,
        SkinMinute skin,
        StreamMean movement,
        StreamMean temperature,
        double likelihood,
        List<Term> evidence,
        RiskScore risk) {

    public MinuteRecord {
        evidence = List.copyOf(evidence);
    }
}
