package org.handrail.analytics.feature.heart;

import java.util.Arrays;

/**
 * Quantiles of a centred window that slides over a series, its values kept in order: each step takes one value out, puts one
 * in and moves only those between. At the ends the window is clipped, so it holds half its size there. NaN is not allowed.
 */
final class SlidingWindow {

    private final double[] series;
    private final int half;
    private final double[] sorted;
    private int centre;
    private int size;

    /** Stands at the first value of the series, with {@code half} values of it on each side. */
    SlidingWindow(double[] series, int half) {
        this.series = series;
        this.half = half;
        sorted = new double[2 * half + 1];
        size = Math.min(half + 1, series.length);
        System.arraycopy(series, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
    }

    /** Moves on by one value. */
    void slide() {
        int leaving = centre - half;
        int entering = centre + half + 1;
        centre++;
        if (leaving < 0 && entering < series.length) {
            insert(series[entering]);
        } else if (leaving >= 0 && entering < series.length) {
            replace(series[leaving], series[entering]);
        } else if (leaving >= 0) {
            remove(series[leaving]);
        }
    }

    /** Linear between the two values next to it, as in numpy; q from 0 to 1. */
    double quantile(double q) {
        double at = q * (size - 1);
        int below = (int) at;
        return below + 1 >= size ? sorted[below] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }

    double median() {
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    private void insert(double value) {
        int at = indexFor(value);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }

    private void remove(double value) {
        int at = indexFor(value);
        size--;
        System.arraycopy(sorted, at + 1, sorted, at, size - at);
    }

    private void replace(double old, double value) {
        int from = indexFor(old);
        int to = indexFor(value);
        if (to > from) {
            System.arraycopy(sorted, from + 1, sorted, from, to - from - 1);
            sorted[to - 1] = value;
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, from - to);
            sorted[to] = value;
        }
    }

    /** Index of the first that is not below the value. */
    private int indexFor(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
