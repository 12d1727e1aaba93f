package org.handrail.analytics.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handrail.analytics.CalibratedRisk;
import org.handrail.analytics.Judgements;
import org.handrail.analytics.Reliability;
import org.handrail.signals.MenteeId;

/**
 * Learns how often a score is called hard: Platt's curve for the cohort, and for each person an offset alone, shrunk by
 * n/(n + 20), so that a person of few words has the cohort's curve. Definition: science/SPEC.md (g).
 */
public final class Calibration {

    private static final double WORDS_TO_TRUST = 20;
    private static final double FURTHEST = 6;
    private static final int HALVINGS = 40;

    /** While words are few each brings a new fit, later every twentieth part does. */
    private static final int FITS_EVERY = 20;

    private Calibration() {}

    /** Empty below thirty that were called hard. */
    public static Optional<CalibratedRisk> fit(List<Judged> moments) {
        if (moments.stream().filter(Judged::hard).count() < Judgements.LEAST_HARD_WORDS) {
            return Optional.empty();
        }
        var hard = new boolean[moments.size()];
        for (int i = 0; i < hard.length; i++) {
            hard[i] = moments.get(i).hard();
        }
        var platt = Platt.fit(
                moments.stream().mapToDouble(Judged::score).toArray(),
                hard,
                moments.stream().mapToDouble(Judged::weight).toArray());
        var cohort = new CalibratedRisk(-platt.slope(), -platt.offset(), Map.of());
        var byMentee = moments.stream().collect(Collectors.groupingBy(Judged::mentee));
        return Optional.of(new CalibratedRisk(
                cohort.slope(),
                cohort.offset(),
                byMentee.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, own -> offset(cohort, own.getValue())))));
    }

    /** Each moment foretold from those before it. Empty as long as they are too few for that. */
    public static Optional<Reliability> reliability(List<Judged> inOrder) {
        var foretold = new ArrayList<Foretold>();
        Optional<CalibratedRisk> risk = Optional.empty();
        int nextFit = Judgements.LEAST_HARD_WORDS;
        for (int i = 0; i < inOrder.size(); i++) {
            if (i >= nextFit) {
                risk = fit(inOrder.subList(0, i));
                nextFit = i + Math.max(1, i / FITS_EVERY);
            }
            var moment = inOrder.get(i);
            risk.map(known -> known.probability(moment.mentee(), moment.score()))
                    .map(probability -> new Foretold(probability, moment.hard(), moment.weight()))
                    .ifPresent(foretold::add);
        }
        return Foretold.reliability(foretold);
    }

    /** The shift by which a person's moments are on average as hard as they were called, one cautious word added each way. */
    private static double offset(CalibratedRisk cohort, List<Judged> own) {
        double all = own.stream().mapToDouble(Judged::weight).sum();
        double hard =
                own.stream().filter(Judged::hard).mapToDouble(Judged::weight).sum();
        double target = (hard + 1) / (all + 2) * all;
        double low = -FURTHEST;
        double high = FURTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (expected(cohort, own, middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return own.size() / (own.size() + WORDS_TO_TRUST) * (low + high) / 2;
    }

    private static double expected(CalibratedRisk cohort, List<Judged> own, double offset) {
        var moved = new CalibratedRisk(cohort.slope(), cohort.offset() + offset, Map.<MenteeId, Double>of());
        return own.stream()
                .mapToDouble(moment -> moment.weight() * moved.probability(moment.mentee(), moment.score()))
                .sum();
    }
}
