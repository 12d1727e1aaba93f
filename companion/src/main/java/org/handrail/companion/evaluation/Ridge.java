package org.handrail.companion.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.companion.evaluation.Example.Weighted;

/**
 * Logistic regression that is drawn towards weights believed beforehand: the maximum of Σ v·ln P − λ/2·‖w − centre‖² by Newton's
 * method. The intercept is free. Few people cannot move the weights far, and features that say the same share what they say.
 *
 * @param centre its features are those that are fitted
 * @param lambda above 0
 */
record Ridge(EvidenceWeights centre, double lambda) {

    private static final double MOST_DEVIATION = 3;
    private static final int MOST_STEPS = 100;
    private static final double SETTLED_BELOW = 1e-10;
    private static final double SHORTEST_STEP = 1e-6;

    Ridge {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException("Lambda must be above 0");
        }
    }

    /** @throws IllegalArgumentException where not both kinds are among the examples */
    EvidenceWeights fit(List<Weighted> examples) {
        if (examples.stream().map(one -> one.example().isStress()).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "A fit needs windows of stress and windows of rest, each known to the method");
        }
        var names = new TreeMap<>(centre.byFeature()).navigableKeySet().stream().toList();
        var rows = examples.stream().map(one -> row(one, names)).toList();
        var believed = new ArrayRealVector(names.size() + 1);
        for (int i = 0; i < names.size(); i++) {
            believed.setEntry(i + 1, centre.byFeature().getOrDefault(names.get(i), 0.0));
        }
        RealVector at = believed.copy();
        at.setEntry(0, centre.intercept());
        for (int step = 0; step < MOST_STEPS; step++) {
            var next = better(rows, believed, at);
            if (next.getDistance(at) < SETTLED_BELOW) {
                return weights(names, next);
            }
            at = next;
        }
        throw new IllegalStateException("The fit did not settle in " + MOST_STEPS + " steps");
    }

    private record Row(RealVector x, double offset, double target, double share) {

        double logOdds(RealVector weights) {
            return offset + x.dotProduct(weights);
        }
    }

    /** The intercept first; a feature that is absent says nothing, as in the method. */
    private static Row row(Weighted one, List<String> names) {
        var x = new ArrayRealVector(names.size() + 1);
        x.setEntry(0, 1);
        for (int i = 0; i < names.size(); i++) {
            double deviation = one.example().deviations().getOrDefault(names.get(i), 0.0);
            x.setEntry(i + 1, Math.max(-MOST_DEVIATION, Math.min(MOST_DEVIATION, deviation)));
        }
        return new Row(x, one.example().offset(), one.example().isStress() ? 1 : 0, one.share());
    }

    /** One Newton step, halved until it helps; the same where none does. */
    private RealVector better(List<Row> rows, RealVector believed, RealVector at) {
        int size = at.getDimension();
        var gradient = penalised(at.subtract(believed));
        var curvature = new Array2DRowRealMatrix(size, size);
        for (int i = 1; i < size; i++) {
            curvature.setEntry(i, i, lambda);
        }
        for (var row : rows) {
            double p = 1 / (1 + Math.exp(-row.logOdds(at)));
            gradient = gradient.add(row.x().mapMultiply(row.share() * (p - row.target())));
            double steepness = row.share() * p * (1 - p);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    // In brackets, so that the two halves are the same to the last bit.
                    curvature.addToEntry(
                            i, j, steepness * (row.x().getEntry(i) * row.x().getEntry(j)));
                }
            }
        }
        var step = new CholeskyDecomposition(curvature).getSolver().solve(gradient);
        double now = loss(rows, believed, at);
        for (double length = 1; length > SHORTEST_STEP; length /= 2) {
            var next = at.subtract(step.mapMultiply(length));
            if (loss(rows, believed, next) <= now) {
                return next;
            }
        }
        return at;
    }

    private double loss(List<Row> rows, RealVector believed, RealVector at) {
        var away = at.subtract(believed);
        double loss = penalised(away).dotProduct(away) / 2;
        for (var row : rows) {
            double u = row.logOdds(at);
            loss += row.share() * (Math.log1p(Math.exp(-Math.abs(u))) + Math.max(u, 0) - row.target() * u);
        }
        return loss;
    }

    private RealVector penalised(RealVector away) {
        var penalised = away.mapMultiply(lambda);
        penalised.setEntry(0, 0);
        return penalised;
    }

    private static EvidenceWeights weights(List<String> names, RealVector fitted) {
        Map<String, Double> byFeature = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            byFeature.put(names.get(i), fitted.getEntry(i + 1));
        }
        return new EvidenceWeights(fitted.getEntry(0), byFeature);
    }
}
