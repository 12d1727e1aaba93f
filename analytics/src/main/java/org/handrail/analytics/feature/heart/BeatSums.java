package org.handrail.analytics.feature.heart;

/**
 * Sums over the beats of one window, as whole numbers: adding and taking away are exact, so nothing drifts and no order
 * matters. Intervals are in ticks of {@code 1 / ticksPerMs} ms; every figure is in ms unless its name says otherwise.
 *
 * <p>RR are all beats, NN the accepted ones; a difference lies between two adjacent NN. Formulas: science/SPEC.md (a); SDNN,
 * SDSD, SD1 and SD2 with n − 1 below the line (Task Force 1996; Brennan 2001). A figure that has too few beats to exist (two
 * for a spread, one for a mean) is NaN.
 */
final class BeatSums {

    private final double ticksPerMs;
    private final int twentyMs;
    private final int fiftyMs;

    private int excludedCount;
    private long excludedSum;
    private int nnCount;
    private long nnSum;
    private long nnSquares;
    private int differences;
    private long differenceSum;
    private long differenceSquares;
    private long pairSum;
    private long pairSquares;
    private int above20;
    private int above50;

    BeatSums(int ticksPerMs) {
        this.ticksPerMs = ticksPerMs;
        this.twentyMs = 20 * ticksPerMs;
        this.fiftyMs = 50 * ticksPerMs;
    }

    BeatSums copy() {
        var copy = new BeatSums((int) ticksPerMs);
        copy.excludedCount = excludedCount;
        copy.excludedSum = excludedSum;
        copy.nnCount = nnCount;
        copy.nnSum = nnSum;
        copy.nnSquares = nnSquares;
        copy.differences = differences;
        copy.differenceSum = differenceSum;
        copy.differenceSquares = differenceSquares;
        copy.pairSum = pairSum;
        copy.pairSquares = pairSquares;
        copy.above20 = above20;
        copy.above50 = above50;
        return copy;
    }

    /** Counts a plausible beat that was not accepted in ({@code sign} 1) or out again (−1). */
    void countExcluded(int sign, long rr) {
        excludedCount += sign;
        excludedSum += sign * rr;
    }

    void countNn(int sign, long nn) {
        nnCount += sign;
        nnSum += sign * nn;
        nnSquares += sign * nn * nn;
    }

    void countPair(int sign, long earlier, long later) {
        long difference = later - earlier;
        long pair = later + earlier;
        differences += sign;
        differenceSum += sign * difference;
        differenceSquares += sign * difference * difference;
        pairSum += sign * pair;
        pairSquares += sign * pair * pair;
        above20 += Math.abs(difference) > twentyMs ? sign : 0;
        above50 += Math.abs(difference) > fiftyMs ? sign : 0;
    }

    /** Beats within the plausible range, accepted or not. */
    int rrCount() {
        return nnCount + excludedCount;
    }

    int nnCount() {
        return nnCount;
    }

    int differences() {
        return differences;
    }

    double rrTotal() {
        return (nnSum + excludedSum) / ticksPerMs;
    }

    double nnTotal() {
        return nnSum / ticksPerMs;
    }

    double meanNn() {
        return nnTotal() / nnCount;
    }

    double sdnn() {
        return spread(nnCount, nnSum, nnSquares) / ticksPerMs;
    }

    double rmssd() {
        return Math.sqrt((double) differenceSquares / differences) / ticksPerMs;
    }

    double sdsd() {
        return spread(differences, differenceSum, differenceSquares) / ticksPerMs;
    }

    double sd1() {
        return sdsd() / Math.sqrt(2);
    }

    double sd2() {
        return spread(differences, pairSum, pairSquares) / ticksPerMs / Math.sqrt(2);
    }

    /** SDNN as a share of the mean. */
    double cvnn() {
        return sdnn() / meanNn();
    }

    /** RMSSD as a share of the mean. */
    double cvsd() {
        return rmssd() / meanNn();
    }

    int nn20() {
        return above20;
    }

    int nn50() {
        return above50;
    }

    /** Differences above 20 ms, percent of all differences. */
    double pnn20() {
        return 100.0 * above20 / differences;
    }

    double pnn50() {
        return 100.0 * above50 / differences;
    }

    /** 60000 / mean NN, per minute. */
    double heartRate() {
        return 60_000 / meanNn();
    }

    /** 60000 / mean RR, per minute: for a rhythm of which no NN can be told. */
    double rawHeartRate() {
        return 60_000 * rrCount() / rrTotal();
    }

    private static double spread(long count, long sum, long squares) {
        return count < 2
                ? Double.NaN
                : Math.sqrt((double) (count * squares - sum * sum) / ((double) count * (count - 1)));
    }

    boolean isSameAs(BeatSums that) {
        return excludedCount == that.excludedCount
                && excludedSum == that.excludedSum
                && nnCount == that.nnCount
                && nnSum == that.nnSum
                && nnSquares == that.nnSquares
                && differences == that.differences
                && differenceSum == that.differenceSum
                && differenceSquares == that.differenceSquares
                && pairSum == that.pairSum
                && pairSquares == that.pairSquares
                && above20 == that.above20
                && above50 == that.above50;
    }
}
