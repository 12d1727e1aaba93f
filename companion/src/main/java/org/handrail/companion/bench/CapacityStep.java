package org.handrail.companion.bench;

import java.util.Optional;

/**
 * One number of wearers, held for a while.
 *
 * @param stop why it was not carried, empty where it was
 */
public record CapacityStep(LoadFigures figures, Optional<CapacityStop> stop) {

    /** The bar: 99 nudges of 100 arrive within this. */
    static final double LONGEST_NUDGE_S = 1;

    /** What the lanes may have before them when a stretch ends, in seconds of the load. */
    private static final double MOST_UNDONE_S = 5;

    /**
     * @param isStored whether all that was confirmed was soon in the archive
     * @param leastNudges fewer say nothing about one in a hundred
     */
    static CapacityStep judge(LoadFigures figures, boolean isStored, int leastNudges) {
        return new CapacityStep(figures, stop(figures, isStored, leastNudges));
    }

    private static Optional<CapacityStop> stop(LoadFigures figures, boolean isStored, int leastNudges) {
        if (figures.connected() < figures.wearers()) {
            return Optional.of(CapacityStop.NOT_CONNECTED);
        }
        if (!isStored) {
            return Optional.of(CapacityStop.NOT_STORED);
        }
        if (figures.undone() > MOST_UNDONE_S * figures.framesPerSecond()) {
            return Optional.of(CapacityStop.LANES_BEHIND);
        }
        if (figures.strainToNudge().n() < leastNudges) {
            return Optional.of(CapacityStop.TOO_FEW_NUDGES);
        }
        return figures.strainToNudge().p99() > LONGEST_NUDGE_S
                ? Optional.of(CapacityStop.NUDGES_LATE)
                : Optional.empty();
    }

    public boolean isCarried() {
        return stop.isEmpty();
    }
}
