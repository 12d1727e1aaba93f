package org.handrail.analytics.feature.heart;

/**
 * Judges beats in one pass ({@code flag_last_good}, science/SPEC.md (a)): an interval outside 300 to 2000 ms, or more than 20 %
 * away from the last accepted one, is excluded and never interpolated; after three exclusions in a row the next plausible
 * interval is the new reference, so that one wrong anchor cannot exclude everything for ever.
 *
 * <p>Intervals are in ticks of {@code 1 / ticksPerMs} ms. Mutable, for one thread.
 */
final class BeatAcceptance {

    private static final int LEAST_MS = 300;
    private static final int MOST_MS = 2_000;
    private static final double RULE = 0.2;
    private static final int EXCLUSIONS_TO_ANCHOR_AGAIN = 3;

    private final int ticksPerMs;
    private final int least;
    private final int most;
    private int reference;
    private int excludedInARow;

    /**
     * @param reference last accepted interval; 0 where there is none yet
     * @param excludedInARow plausible intervals excluded since
     */
    BeatAcceptance(int ticksPerMs, int reference, int excludedInARow) {
        this.ticksPerMs = ticksPerMs;
        this.least = LEAST_MS * ticksPerMs;
        this.most = MOST_MS * ticksPerMs;
        this.reference = reference;
        this.excludedInARow = excludedInARow;
    }

    BeatAcceptance copy() {
        return new BeatAcceptance(ticksPerMs, reference, excludedInARow);
    }

    boolean accept(int rr) {
        if (!isPlausible(rr)) {
            return false;
        }
        boolean fits = reference == 0
                || Math.abs(rr - reference) <= RULE * reference
                || excludedInARow >= EXCLUSIONS_TO_ANCHOR_AGAIN;
        reference = fits ? rr : reference;
        excludedInARow = fits ? 0 : excludedInARow + 1;
        return fits;
    }

    boolean isPlausible(int rr) {
        return rr >= least && rr <= most;
    }

    int reference() {
        return reference;
    }

    int excludedInARow() {
        return excludedInARow;
    }
}
