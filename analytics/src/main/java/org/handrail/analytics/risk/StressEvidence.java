package org.handrail.analytics.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.feature.Feature;

/**
 * How likely a minute is a strained one: a logistic sum of the deviations, each within ±3, with weights that are
 * fitted to recordings (science/SPEC.md (d)). A feature that is absent adds nothing.
 *
 * <p>The share of strained minutes is the training recordings' (0.325). The likelihood therefore ranks minutes; it is no
 * calibrated probability for everyday life.
 *
 * @param likelihood 0 to 1
 * @param terms heaviest first
 */
public record StressEvidence(double likelihood, List<Term> terms) {

    /** The name of the term for what is usual for this person. */
    public static final String PERSON = "PERSON";

    private static final double MOST_DEVIATION = 3;

    /** The share of strained minutes in the recordings: above it there is more than nothing. */
    public static final double STRAINED_FROM = 0.325;

    public StressEvidence {
        terms = List.copyOf(terms);
    }

    /** @param usual what the person's ordinary minutes come to */
    public static StressEvidence weigh(Map<Feature, Double> deviations, UsualEvidence usual, EvidenceWeights weights) {
        double correction = usual.correction(weights.intercept());
        List<Term> terms = Stream.concat(
                        deviations.entrySet().stream()
                                .filter(one -> weights.byFeature()
                                        .containsKey(one.getKey().name()))
                                .map(one -> term(one.getKey(), one.getValue(), weights)),
                        Stream.of(new Term(PERSON, 0, correction)))
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.logOdds()))
                        .thenComparing(Term::feature))
                .toList();
        double logOdds =
                weights.intercept() + terms.stream().mapToDouble(Term::logOdds).sum();
        return new StressEvidence(LogOdds.toProbability(logOdds), terms);
    }

    /** How much of the evidence could speak, 0 to 1: the weight of the features that the minute had in that of all. */
    public double coverage(EvidenceWeights weights) {
        double spoken = terms.stream()
                .mapToDouble(term -> Math.abs(weights.byFeature().getOrDefault(term.feature(), 0.0)))
                .sum();
        double all =
                weights.byFeature().values().stream().mapToDouble(Math::abs).sum();
        return all == 0 ? 0 : spoken / all;
    }

    /** Log-odds of the minute's features alone. */
    public double beforeCorrection(EvidenceWeights weights) {
        return weights.intercept()
                + terms.stream()
                        .filter(term -> !term.feature().equals(PERSON))
                        .mapToDouble(Term::logOdds)
                        .sum();
    }

    private static Term term(Feature feature, double deviation, EvidenceWeights weights) {
        double weight = weights.byFeature().getOrDefault(feature.name(), 0.0);
        double bounded = Math.max(-MOST_DEVIATION, Math.min(MOST_DEVIATION, deviation));
        return new Term(feature.name(), deviation, weight * bounded);
    }
}
