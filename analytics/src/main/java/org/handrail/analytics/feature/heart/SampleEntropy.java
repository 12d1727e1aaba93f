package org.handrail.analytics.feature.heart;

/**
 * How unlike its own past a series is: −ln(A/B), where B counts the pairs of runs of two beats that stay within r of each other
 * and A those that still do with the next beat. Distance is the larger difference, ≤ r counts, no run is compared with itself,
 * both counts take the same N − 2 runs, and r = 0.2 standard deviations (ddof 1) of the series itself. No unit.
 *
 * <p>Exact: r is compared by integers, 25·d²·N(N−1) ≤ N·Σx² − (Σx)². Instead of N² distances there is for every beat the set
 * of beats within r, as bits, taken as the difference of two sets "all beats below this value"; runs within r of each other are
 * the intersection of such a set with those of the next beats, shifted by one and by two. 6 µs for 375 beats.
 *
 * <p>Under three beats nothing can be counted. {@link #value} is NaN where A or B is 0.
 *
 * <p>Richman and Moorman 2000, doi 10.1152/ajpheart.2000.278.6.H2039. Definition: science/canon.py, {@code sampen}.
 *
 * @param pairs B
 * @param longerPairs A
 */
public record SampleEntropy(long pairs, long longerPairs) {

    private static final int RUN = 2;
    private static final int MOST_RANGE = 1 << 16;

    /** −ln(A/B); NaN where either is 0. */
    public double value() {
        return pairs > 0 && longerPairs > 0 ? -Math.log((double) longerPairs / pairs) : Double.NaN;
    }

    /**
     * Counts over the first {@code count} intervals.
     *
     * @param nn in any unit in which they differ by less than 65 536, such as ms or 1/1024 s
     */
    public static SampleEntropy of(int[] nn, int count) {
        if (count <= RUN) {
            return new SampleEntropy(0, 0);
        }
        int least = nn[0];
        int most = nn[0];
        for (int i = 1; i < count; i++) {
            least = Math.min(least, nn[i]);
            most = Math.max(most, nn[i]);
        }
        if ((long) most - least >= MOST_RANGE) {
            throw new IllegalArgumentException("Intervals differ by less than " + MOST_RANGE + ", these by "
                    + ((long) most - least) + "; take a coarser unit");
        }
        int words = (count + Long.SIZE - 1) / Long.SIZE;
        return new Near(nn, count, least, below(nn, count, least, most, words), radius(nn, count, least), words)
                .entropy();
    }

    /** The largest difference that is within 0.2 standard deviations. */
    private static int radius(int[] nn, int count, int least) {
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < count; i++) {
            long x = nn[i] - least;
            sum += x;
            squares += x * x;
        }
        long spread = Math.subtractExact(Math.multiplyExact(count, squares), Math.multiplyExact(sum, sum));
        return (int) Math.sqrt(spread / (25L * count * (count - 1)));
    }

    /** For each value from the least, and one beyond the most, the beats below it as bits. */
    private static long[] below(int[] nn, int count, int least, int most, int words) {
        var below = new long[(most - least + 2) * words];
        for (int i = 0; i < count; i++) {
            below[(nn[i] - least + 1) * words + i / Long.SIZE] |= 1L << i;
        }
        for (int i = words; i < below.length; i++) {
            below[i] |= below[i - words];
        }
        return below;
    }

    /** Walks over the beats with the sets of three of them at hand. */
    private record Near(int[] nn, int count, int least, long[] below, int radius, int words) {

        SampleEntropy entropy() {
            int runs = count - RUN;
            int lastWord = (runs - 1) / Long.SIZE;
            long[] first = around(0, new long[words + 1]);
            long[] second = around(1, new long[words + 1]);
            long[] third = new long[words + 1];
            long pairs = 0;
            long longerPairs = 0;
            for (int i = 0; i < runs - 1; i++) {
                around(i + 2, third);
                int firstWord = (i + 1) / Long.SIZE;
                for (int w = firstWord; w <= lastWord; w++) {
                    long both = first[w] & (second[w] >>> 1 | second[w + 1] << 63);
                    both &= w == firstWord ? -1L << (i + 1) : -1L;
                    both &= w == lastWord ? -1L >>> -runs : -1L;
                    pairs += Long.bitCount(both);
                    longerPairs += Long.bitCount(both & (third[w] >>> 2 | third[w + 1] << 62));
                }
                long[] spare = first;
                first = second;
                second = third;
                third = spare;
            }
            return new SampleEntropy(pairs, longerPairs);
        }

        /** The beats within the radius of one; the last word stays empty, so that a shift may read beyond. */
        long[] around(int beat, long[] set) {
            int value = nn[beat] - least;
            int from = Math.max(0, value - radius) * words;
            int to = Math.min(below.length - words, (value + radius + 1) * words);
            for (int w = 0; w < words; w++) {
                set[w] = below[to + w] ^ below[from + w];
            }
            return set;
        }
    }
}
