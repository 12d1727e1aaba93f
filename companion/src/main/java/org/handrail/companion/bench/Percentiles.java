package org.handrail.companion.bench;

import org.HdrHistogram.Histogram;

/**
 * How long something took, in seconds.
 *
 * @param n how often it was measured; where it never was, the others are NaN
 */
public record Percentiles(double p50, double p99, long n) {

    private static final double NANOS = 1e9;

    static Percentiles of(Histogram nanos) {
        return nanos.getTotalCount() == 0
                ? new Percentiles(Double.NaN, Double.NaN, 0)
                : new Percentiles(
                        nanos.getValueAtPercentile(50) / NANOS,
                        nanos.getValueAtPercentile(99) / NANOS,
                        nanos.getTotalCount());
    }
}
