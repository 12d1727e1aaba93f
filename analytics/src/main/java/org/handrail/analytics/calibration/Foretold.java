package org.handrail.analytics.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.Reliability;
import org.handrail.analytics.Reliability.Bin;
import org.handrail.analytics.Share;

/** What was foretold of a moment, and what it was called. */
record Foretold(double probability, boolean hard, double weight) {

    private static final int BINS = 5;

    /** Fewer tell nothing. */
    private static final int LEAST = 20;

    /** Figures weighed by how many each stands for; the counts are of words as they were said. */
    static Optional<Reliability> reliability(List<Foretold> all) {
        if (all.size() < LEAST) {
            return Optional.empty();
        }
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            int which = bin;
            var in = all.stream().filter(one -> one.bin() == which).toList();
            if (!in.isEmpty()) {
                int hard = (int) in.stream().filter(Foretold::hard).count();
                bins.add(new Bin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        mean(
                                in,
                                in.stream()
                                        .mapToDouble(one -> one.weight * one.probability)
                                        .sum()),
                        new Share(hard, in.size())));
            }
        }
        double squares =
                all.stream().mapToDouble(one -> one.weight * one.squaredError()).sum();
        return Optional.of(new Reliability(all.size(), mean(all, squares), bins));
    }

    private int bin() {
        return Math.min(BINS - 1, (int) (probability * BINS));
    }

    private double squaredError() {
        double error = probability - (hard ? 1 : 0);
        return error * error;
    }

    private static double mean(List<Foretold> some, double weighedSum) {
        return weighedSum / some.stream().mapToDouble(Foretold::weight).sum();
    }
}
