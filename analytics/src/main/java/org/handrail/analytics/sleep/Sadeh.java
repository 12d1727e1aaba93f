package org.handrail.analytics.sleep;

import java.util.Arrays;

/**
 * Sleep and wake from a minute's activity counts after Sadeh, Sharkey and Carskadon 1994 (Sleep 17:201), for comparison with
 * {@link ColeKripke}, which is the one in use: it looks five minutes ahead and back, and was made for counts of one actigraph.
 *
 * <pre>
 *   PS = 7.601 − 0.065·mean of 11 − 1.08·NAT − 0.056·SD of the last 6 − 0.703·ln(1 + count)
 * </pre>
 *
 * <p>NAT is how many of the eleven counts are from 50 to below 100; counts above 300 count as 300; the SD has n − 1 below the
 * line and is 0 for a single minute; at the edges fewer minutes are looked at. Asleep where PS &gt; −4, as in the paper; many
 * ports take 0. A NaN makes the minutes that look at it wake. Definition: science/canon.py, {@code sadeh}.
 */
public final class Sadeh {

    private static final int REACH = 5;
    private static final double MOST_COUNTS = 300;
    private static final double ASLEEP_ABOVE = -4;

    private Sadeh() {}

    /** For each minute whether it is asleep. */
    public static boolean[] score(double[] counts) {
        double[] capped =
                Arrays.stream(counts).map(count -> Math.min(count, MOST_COUNTS)).toArray();
        var isAsleep = new boolean[counts.length];
        for (int minute = 0; minute < counts.length; minute++) {
            isAsleep[minute] = index(capped, minute) > ASLEEP_ABOVE;
        }
        return isAsleep;
    }

    private static double index(double[] counts, int minute) {
        double[] around =
                Arrays.copyOfRange(counts, Math.max(0, minute - REACH), Math.min(counts.length, minute + REACH + 1));
        double[] before = Arrays.copyOfRange(counts, Math.max(0, minute - REACH), minute + 1);
        double mean = Arrays.stream(around).sum() / around.length;
        long moderate = Arrays.stream(around)
                .filter(count -> count >= 50 && count < 100)
                .count();
        return 7.601 - 0.065 * mean - 1.08 * moderate - 0.056 * spread(before) - 0.703 * Math.log(counts[minute] + 1);
    }

    private static double spread(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
