package org.handrail.analytics.calibration;

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
        if (scores.length == 0 || scores.length != labels.length) {
            throw new IllegalArgumentException("A calibration needs scores, and one label for each");
        }
        int positive = 0;
        for (boolean label : labels) {
            positive += label ? 1 : 0;
        }
        int negative = labels.length - positive;
        var targets = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i] ? (positive + 1.0) / (positive + 2) : 1.0 / (negative + 2);
        }
        var fit = new Platt(0, Math.log((negative + 1.0) / (positive + 1)));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var better = fit.improved(scores, targets);
            if (better.equals(fit)) {
                break;
            }
            fit = better;
        }
        return fit;
    }

    /** One Newton step, shortened until it helps; the same where none does. */
    private Platt improved(double[] scores, double[] targets) {
        double h11 = RIDGE;
        double h22 = RIDGE;
        double h21 = 0;
        double g1 = 0;
        double g2 = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = probability(scores[i]);
            double curvature = p * (1 - p);
            double residual = targets[i] - p;
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
        double now = loss(scores, targets);
        for (double length = 1; length >= SHORTEST_STEP; length /= 2) {
            var next = new Platt(slope + length * slopeStep, offset + length * offsetStep);
            if (next.loss(scores, targets) < now + ENOUGH_DECREASE * length * descent) {
                return next;
            }
        }
        return this;
    }

    /** Negative log-likelihood. */
    private double loss(double[] scores, double[] targets) {
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double u = slope * scores[i] + offset;
            loss += targets[i] * u + Math.log1p(Math.exp(-Math.abs(u))) + Math.max(-u, 0);
        }
        return loss;
    }
}
