package org.handrail.analytics.feature.heart;

/**
 * The NN intervals of a window sorted into bins from 0 on, for the figures of their distribution. NaN for an empty window.
 * Formulas: science/SPEC.md (a).
 */
final class NnBins {

    private static final int MOST_MS = 2_000;
    private static final int STRESS_MS = 50;

    /** 1/128 s is 125/16 ms. */
    private static final int TRIANGULAR_ABOVE = 125;

    private static final int TRIANGULAR_BELOW = 16;

    private final int ticksPerMs;
    private final long stressInverse;
    private final long triangularInverse;
    private final int[] stress = new int[MOST_MS / STRESS_MS + 1];
    private final int[] triangular = new int[MOST_MS * TRIANGULAR_BELOW / TRIANGULAR_ABOVE + 1];
    private int count;
    private int least = Integer.MAX_VALUE;
    private int most;

    NnBins(int ticksPerMs) {
        this.ticksPerMs = ticksPerMs;
        this.stressInverse = inverse(STRESS_MS * ticksPerMs);
        this.triangularInverse = inverse(TRIANGULAR_ABOVE * ticksPerMs);
    }

    /** Times this and shifted by 32 is divided by that, rounded down, exactly for what intervals can be. */
    private static long inverse(int divisor) {
        return (1L << 32) / divisor + 1;
    }

    /** @param nn up to 2000 ms, in ticks */
    void add(int nn) {
        stress[(int) (nn * stressInverse >>> 32)]++;
        triangular[(int) (nn * TRIANGULAR_BELOW * triangularInverse >>> 32)]++;
        least = Math.min(least, nn);
        most = Math.max(most, nn);
        count++;
    }

    /** Shortest interval, ms. */
    double least() {
        return count == 0 ? Double.NaN : (double) least / ticksPerMs;
    }

    double most() {
        return count == 0 ? Double.NaN : (double) most / ticksPerMs;
    }

    /** HRV triangular index: all intervals / those of the fullest bin of 1/128 s (Task Force 1996). No unit. */
    double triangularIndex() {
        return (double) count / triangular[fullest(triangular)];
    }

    /**
     * Baevsky's stress index AMo / (2 · Mo · MxDMn), 1/s²: AMo is the percentage of intervals in the fullest bin of 50 ms, Mo
     * that bin's centre and MxDMn the range, both in seconds. NaN where all intervals are the same.
     */
    double stressIndex() {
        double range = (most() - least()) / 1_000;
        return range > 0 ? modeShare() / (2 * mode() * range) : Double.NaN;
    }

    /** Mo: the centre of the fullest bin of 50 ms, s. */
    double mode() {
        return count == 0 ? Double.NaN : (fullest(stress) + 0.5) * STRESS_MS / 1_000;
    }

    /** AMo: the intervals in that bin, percent. */
    double modeShare() {
        return 100.0 * stress[fullest(stress)] / count;
    }

    /** The lowest of the fullest bins. */
    private static int fullest(int[] bins) {
        int fullest = 0;
        for (int bin = 1; bin < bins.length; bin++) {
            fullest = bins[bin] > bins[fullest] ? bin : fullest;
        }
        return fullest;
    }
}
