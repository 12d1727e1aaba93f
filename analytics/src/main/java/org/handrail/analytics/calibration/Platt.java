package org.handrail.analytics.calibration;

import java.util.Arrays;

/**
 * Platt's calibration: P = 1 / (1 + exp(a·score + b)), fitted by Newton's method with the cautious targets (N₊+1)/(N₊+2) and
 * 1/(N₋+2), so that few labels never make anybody sure. After Lin, Lin and Weng 2007, "A note on Platt's probabilistic
 * outputs"; science/SPEC.md (g).
 *
 * @param slope negative where a higher score means more risk
 */
public record Platt(double slope, double offset) {

    private static final int MOST_ROUNDS = 100;
    private static final double FLAT = 1e-9;
    private static final double RIDGE = 1e-12;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double SHORTEST_STEP = 1e-10;

    /** Of the log-odds as they are. */
    public static final Platt NONE = new Platt(-1, 0);

    public double probability(double score) {
        return 1 / (1 + Math.exp(slope * score + offset));
    }

    /**
     * @param scores log-odds or any other score
     * @param labels as many; true for strained
     * @throws IllegalArgumentException without any score
     */
    public static Platt fit(double[] scores, boolean[] labels) {
        var weights = new double[scores.length];
        Arrays.fill(weights, 1);
        return fit(scores, labels, weights);
    }

    /**
     * The same, where some labels stand for more than themselves.
     *
     * @param weights as many, above 0; a weight of 2 counts as the label twice
     */
    public static Platt fit(double[] scores, boolean[] labels, double[] weights) {
        if (scores.length == 0 || scores.length != labels.length || scores.length != weights.length) {
            throw new IllegalArgumentException("A calibration needs scores, and one label and weight for each");
        }
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < labels.length; i++) {
            positive += labels[i] ? weights[i] : 0;
            negative += labels[i] ? 0 : weights[i];
        }
        var targets = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i] ? (positive + 1) / (positive + 2) : 1 / (negative + 2);
        }
        var fit = new Platt(0, Math.log((negative + 1) / (positive + 1)));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var better = fit.improved(scores, targets, weights);
            if (better.equals(fit)) {
                break;
            }
            fit = better;
        }
        return fit;
    }

    /** One Newton step, shortened until it helps; the same where none does. */
    private Platt improved(double[] scores, double[] targets, double[] weights) {
        double h11 = RIDGE;
        double h22 = RIDGE;
        double h21 = 0;
        double g1 = 0;
        double g2 = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = probability(scores[i]);
            double curvature = weights[i] * p * (1 - p);
            double residual = weights[i] * (targets[i] - p);
            h11 += scores[i] * scores[i] * curvature;
            h22 += curvature;
            h21 += scores[i] * curvature;
            g1 += scores[i] * residual;
            g2 += residual;
        }
        if (Math.abs(g1) < FLAT && Math.abs(g2) < FLAT) {
            return this;
        }
        double determinant = h11 * h22 - h21 * h21;
        double slopeStep = -(h22 * g1 - h21 * g2) / determinant;
        double offsetStep = -(-h21 * g1 + h11 * g2) / determinant;
        double descent = g1 * slopeStep + g2 * offsetStep;
        double now = loss(scores, targets, weights);
        for (double length = 1; length >= SHORTEST_STEP; length /= 2) {
            var next = new Platt(slope + length * slopeStep, offset + length * offsetStep);
            if (next.loss(scores, targets, weights) < now + ENOUGH_DECREASE * length * descent) {
                return next;
            }
        }
        return this;
    }

    /** Negative log-likelihood. */
    private double loss(double[] scores, double[] targets, double[] weights) {
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double u = slope * scores[i] + offset;
            loss += weights[i] * (targets[i] * u + Math.log1p(Math.exp(-Math.abs(u))) + Math.max(-u, 0));
        }
        return loss;
    }
}
