package org.handrail.analytics.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.Why;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.risk.PlainWords;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.signals.StreamKind;

/** Why a window opened, or why it is worth a question: the mean of each piece of evidence over the last minutes, and what else adds to the risk. */
final class Reasons {

    private Reasons() {}

    /** @param deviations of the last minute, which tell what was missing */
    static Why of(List<StressEvidence> minutes, Map<Feature, Double> deviations, RiskScore score, RiskMethod method) {
        var sums = new LinkedHashMap<String, double[]>();
        for (var minute : minutes) {
            for (var term : minute.terms()) {
                var sum = sums.computeIfAbsent(term.feature(), feature -> new double[3]);
                sum[0] += term.deviation();
                sum[1] += term.logOdds();
                sum[2]++;
            }
        }
        List<Term> terms = Stream.concat(
                        sums.entrySet().stream().map(entry -> mean(entry.getKey(), entry.getValue())),
                        score.terms().stream().filter(term -> !term.feature().equals(RiskMemory.STRAIN)))
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.logOdds()))
                        .thenComparing(Term::feature))
                .toList();
        boolean knowsStillness = deviations.containsKey(Feature.LN_MOVEMENT);
        return new Why(
                PlainWords.sentence(terms, knowsStillness),
                terms,
                missing(deviations),
                confidence(minutes, method),
                RiskMethod.VERSION);
    }

    private static double confidence(List<StressEvidence> minutes, RiskMethod method) {
        return minutes.stream()
                .mapToDouble(minute -> minute.coverage(method.weights()))
                .average()
                .orElse(0);
    }

    private static Term mean(String feature, double[] sum) {
        return new Term(feature, sum[0] / sum[2], sum[1] / sum[2]);
    }

    private static List<String> missing(Map<Feature, Double> deviations) {
        var missing = new ArrayList<String>();
        if (!deviations.containsKey(Feature.LN_RMSSD)) {
            missing.add(StreamKind.BEATS.topicName());
        }
        if (!deviations.containsKey(Feature.LN_SKIN_LEVEL)) {
            missing.add(StreamKind.SKIN_CONDUCTANCE.topicName());
        }
        if (!deviations.containsKey(Feature.LN_MOVEMENT)) {
            missing.add(StreamKind.MOTION.topicName());
        }
        return missing;
    }
}
