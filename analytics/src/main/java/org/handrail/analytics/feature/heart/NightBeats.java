package org.handrail.analytics.feature.heart;

/**
 * RMSSD of five minutes of sleep, ms. At night nobody waits for the figure, so what does not fit is found by
 * {@link LipponenTarvainen}, which sees what comes after a beat; found beats are left out with the intervals on both of their
 * sides, none is put in their place. Differences are taken within runs of beats that adjoin; a run of fewer than
 * {@value #LEAST_RUN} beats tells too little of its surroundings and is left out. NaN where less than half of the time or fewer
 * than {@value #LEAST_DIFFERENCES} differences are left.
 */
final class NightBeats {

    private static final int LEAST_RUN = 20;
    private static final int LEAST_DIFFERENCES = 75;
    private static final double LEAST_COVERED_MS = 0.5 * SlidingBeats.FIVE_MINUTES_MS;
    private static final int ADJACENCY_MS = 20;

    private double coveredMs;
    private int differences;
    private double squares;

    private NightBeats() {}

    /** @param packed beats in ticks of 1 ms, oldest first */
    static double rmssd(long[] packed) {
        var night = new NightBeats();
        int from = 0;
        for (int i = 1; i <= packed.length; i++) {
            if (i == packed.length || !adjoin(packed[i - 1], packed[i])) {
                night.take(packed, from, i);
                from = i;
            }
        }
        return night.coveredMs >= LEAST_COVERED_MS && night.differences >= LEAST_DIFFERENCES
                ? Math.sqrt(night.squares / night.differences)
                : Double.NaN;
    }

    private void take(long[] packed, int from, int to) {
        if (to - from < LEAST_RUN) {
            return;
        }
        boolean[] isLeftOut = leftOut(packed, from, to);
        int previous = 0;
        for (int i = from; i < to; i++) {
            int rr = isLeftOut[i - from] ? 0 : PackedBeat.rr(packed[i]);
            coveredMs += rr;
            if (rr > 0 && previous > 0) {
                differences++;
                squares += (double) (rr - previous) * (rr - previous);
            }
            previous = rr;
        }
    }

    /** Which intervals begin or end with a beat that does not fit. Peak 0 is where the run's first interval began. */
    private static boolean[] leftOut(long[] packed, int from, int to) {
        var peaks = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            peaks[i - from + 1] = peaks[i - from] + PackedBeat.rr(packed[i]);
        }
        var isLeftOut = new boolean[to - from];
        LipponenTarvainen.find(peaks).all().forEach(peak -> {
            isLeftOut[Math.max(0, peak - 1)] = true;
            isLeftOut[Math.min(isLeftOut.length - 1, peak)] = true;
        });
        return isLeftOut;
    }

    private static boolean adjoin(long earlier, long later) {
        return Math.abs(PackedBeat.end(later) - PackedBeat.end(earlier) - PackedBeat.rr(later)) <= ADJACENCY_MS;
    }
}
