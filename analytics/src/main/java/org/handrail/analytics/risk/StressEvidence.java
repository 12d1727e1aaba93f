package org.handrail.analytics.risk;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.feature.Feature;

/**
 * How likely a minute is a strained one: a logistic sum of the deviations, each within ±3, with the weights that
 * science/SPEC.md (d) fitted leaving one subject out. A feature that is absent adds nothing.
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

    private static final Map<Feature, Double> WEIGHTS = new EnumMap<>(Map.of(
            Feature.HEART_RATE, 0.38,
            Feature.SKIN_RISE, 0.56,
            Feature.SKIN_SLOPE, 0.35,
            Feature.SKIN_RESPONSES, 0.17,
            Feature.LN_RMSSD, -0.09,
            Feature.LN_MOVEMENT, -0.26));

    private static final double INTERCEPT = -1.42;
    private static final double MOST_DEVIATION = 3;

    /** The likelihood of a minute in which no feature speaks. */
    public static final double WITHOUT_ANY_SIGN = LogOdds.toProbability(INTERCEPT);

    /** The share of strained minutes in the recordings: above it there is more than nothing. */
    public static final double STRAINED_FROM = 0.325;

    public StressEvidence {
        terms = List.copyOf(terms);
    }

    /** @param usual what the person's ordinary minutes come to */
    public static StressEvidence weigh(Map<Feature, Double> deviations, UsualEvidence usual) {
        double correction = usual.correction(INTERCEPT);
        List<Term> terms = Stream.concat(
                        WEIGHTS.entrySet().stream()
                                .filter(weight -> deviations.containsKey(weight.getKey()))
                                .map(weight -> term(weight.getKey(), weight.getValue(), deviations)),
                        Stream.of(new Term(PERSON, 0, correction)))
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.logOdds()))
                        .thenComparing(Term::feature))
                .toList();
        double logOdds = INTERCEPT + terms.stream().mapToDouble(Term::logOdds).sum();
        return new StressEvidence(LogOdds.toProbability(logOdds), terms);
    }

    /** Log-odds of the minute's features alone. */
    public double beforeCorrection() {
        return INTERCEPT
                + terms.stream()
                        .filter(term -> !term.feature().equals(PERSON))
                        .mapToDouble(Term::logOdds)
                        .sum();
    }

    private static Term term(Feature feature, double weight, Map<Feature, Double> deviations) {
        double deviation = deviations.getOrDefault(feature, 0.0);
        double bounded = Math.max(-MOST_DEVIATION, Math.min(MOST_DEVIATION, deviation));
        return new Term(feature.name(), deviation, weight * bounded);
    }
}
