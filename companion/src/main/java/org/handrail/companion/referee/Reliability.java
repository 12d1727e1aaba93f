package org.handrail.companion.referee;

import java.util.List;
import java.util.stream.IntStream;

/** What was predicted against what was so, in ten bins of the prediction. */
final class Reliability {

    private static final int BINS = 10;

    private final double[] predicted = new double[BINS];
    private final long[] observed = new long[BINS];
    private final long[] count = new long[BINS];

    /**
     * One bin that holds something.
     *
     * @param predicted mean of the predictions
     * @param observed share of them that was so
     */
    record Bin(double predicted, double observed, long count) {}

    void add(double prediction, boolean isSo) {
        int bin = Math.min(BINS - 1, (int) (prediction * BINS));
        predicted[bin] += prediction;
        observed[bin] += isSo ? 1 : 0;
        count[bin]++;
    }

    void add(Reliability other) {
        for (int bin = 0; bin < BINS; bin++) {
            predicted[bin] += other.predicted[bin];
            observed[bin] += other.observed[bin];
            count[bin] += other.count[bin];
        }
    }

    List<Bin> bins() {
        return IntStream.range(0, BINS)
                .filter(bin -> count[bin] > 0)
                .mapToObj(bin -> new Bin(predicted[bin] / count[bin], (double) observed[bin] / count[bin], count[bin]))
                .toList();
    }
}
