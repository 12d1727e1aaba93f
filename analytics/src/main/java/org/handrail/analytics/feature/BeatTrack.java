package org.handrail.analytics.feature;

import java.util.List;
import org.handrail.analytics.quality.Beat;

/**
 * One-pass acceptance of beats, carried from minute to minute: an interval outside 300 to 2000 ms, or more than 20 % away
 * from the last accepted one, is excluded and never interpolated; after three exclusions in a row the next plausible interval
 * is the new reference, so that one wrong anchor cannot exclude everything for ever.
 *
 * <p>A successive difference counts only between two accepted beats of the same minute of which the second began where the
 * first ended (within 20 ms), so a gap can never create one. Definitions: science/SPEC.md (a), {@code flag_last_good}.
 *
 * @param referenceMs last accepted interval; 0 where there is none yet
 * @param excludedInARow exclusions since then
 */
public record BeatTrack(int referenceMs, int excludedInARow) {

    public static final BeatTrack START = new BeatTrack(0, 0);

    private static final int LEAST_MS = 300;
    private static final int MOST_MS = 2_000;
    private static final double RULE = 0.2;
    private static final int EXCLUSIONS_TO_ANCHOR_AGAIN = 3;
    private static final int ADJACENCY_MS = 20;
    private static final int LEAST_ACCEPTED = 20;
    private static final int LEAST_DIFFERENCES = 15;
    private static final double MINUTE_MS = 60_000;

    /**
     * A minute's worth of beats.
     *
     * @param sumNnMs sum of the accepted intervals
     * @param sumSquaredMs2 sum of the squared successive differences
     */
    public record Minute(int accepted, long sumNnMs, int differences, long sumSquaredMs2) {

        /** Share of the minute covered by accepted intervals. */
        public double coverage() {
            return Math.min(1, sumNnMs / MINUTE_MS);
        }

        private boolean isEnough() {
            return accepted >= LEAST_ACCEPTED && coverage() >= 0.5;
        }

        /** 60000 / mean interval, NaN on too little. */
        public double heartRate() {
            return isEnough() ? MINUTE_MS * accepted / sumNnMs : Double.NaN;
        }

        /** RMSSD in ms, NaN on too little or where all differences are zero. */
        public double rmssd() {
            boolean known = isEnough() && differences >= LEAST_DIFFERENCES && sumSquaredMs2 > 0;
            return known ? Math.sqrt((double) sumSquaredMs2 / differences) : Double.NaN;
        }
    }

    /** The track after a minute, and the minute. */
    public record Advance(BeatTrack next, Minute minute) {}

    /** Runs over one minute's beats in order of time. */
    public Advance over(List<Beat> beats) {
        int reference = referenceMs;
        int excluded = excludedInARow;
        int accepted = 0;
        int differences = 0;
        long sum = 0;
        long sumSquared = 0;
        Beat previous = new Beat(Long.MIN_VALUE / 2, 0);
        for (var beat : beats) {
            int rr = beat.rrMs();
            if (rr < LEAST_MS || rr > MOST_MS) {
                continue;
            }
            boolean fits = reference == 0
                    || Math.abs(rr - reference) <= RULE * reference
                    || excluded >= EXCLUSIONS_TO_ANCHOR_AGAIN;
            if (!fits) {
                excluded++;
                continue;
            }
            reference = rr;
            excluded = 0;
            accepted++;
            sum += rr;
            if (Math.abs(beat.endMs() - previous.endMs() - rr) <= ADJACENCY_MS) {
                long difference = rr - previous.rrMs();
                differences++;
                sumSquared += difference * difference;
            }
            previous = beat;
        }
        return new Advance(new BeatTrack(reference, excluded), new Minute(accepted, sum, differences, sumSquared));
    }
}
