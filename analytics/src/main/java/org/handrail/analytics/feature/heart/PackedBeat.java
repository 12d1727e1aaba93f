package org.handrail.analytics.feature.heart;

/**
 * A beat in one long: its end above, in bit 17 whether it adjoins the accepted beat before it, in bit 16 its acceptance, its
 * interval below.
 */
final class PackedBeat {

    /** Longest interval kept, in ticks; a longer one is a gap. */
    static final int LONGEST = 0xFFFF;

    private static final int TIME_SHIFT = 18;
    private static final long ADJOINS = 1L << 17;
    private static final long ACCEPTED = 1L << 16;

    private PackedBeat() {}

    static long of(long endTicks, int rr, boolean isAccepted) {
        return endTicks << TIME_SHIFT | (isAccepted ? ACCEPTED : 0) | rr;
    }

    static long end(long beat) {
        return beat >> TIME_SHIFT;
    }

    static int rr(long beat) {
        return (int) (beat & LONGEST);
    }

    static boolean isAccepted(long beat) {
        return (beat & ACCEPTED) != 0;
    }

    static boolean adjoins(long beat) {
        return (beat & ADJOINS) != 0;
    }

    static long adjoining(long beat) {
        return beat | ADJOINS;
    }

    /** The beat without what lies before it. */
    static long alone(long beat) {
        return beat & ~ADJOINS;
    }
}
