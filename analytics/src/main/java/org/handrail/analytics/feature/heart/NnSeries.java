package org.handrail.analytics.feature.heart;

import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * The NN intervals of a window in order, for the figures that need each of them. Formulas: science/SPEC.md (a). All figures
 * are in ms unless said otherwise, and NaN for an empty series.
 */
final class NnSeries {

    private final int[] ticks;
    private final double[] valuesMs;
    private final double[] timesMs;

    /**
     * @param ends when each interval ended, ticks
     * @param ticks the intervals
     */
    NnSeries(int ticksPerMs, long[] ends, int[] ticks) {
        this.ticks = ticks;
        this.valuesMs = new double[ticks.length];
        this.timesMs = new double[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            valuesMs[i] = (double) ticks[i] / ticksPerMs;
            timesMs[i] = (double) (ends[i] - ends[0]) / ticksPerMs;
        }
    }

    int size() {
        return ticks.length;
    }

    int[] ticks() {
        return ticks;
    }

    double[] valuesMs() {
        return valuesMs;
    }

    /** End times, after the first interval's end. */
    double[] timesMs() {
        return timesMs;
    }

    double median() {
        return new Median().evaluate(valuesMs);
    }

    /** Mean of 60000 / NN, per minute; a little above the rate of the mean. */
    double meanOfRates() {
        double sum = 0;
        for (double value : valuesMs) {
            sum += 60_000 / value;
        }
        return sum / size();
    }
}
