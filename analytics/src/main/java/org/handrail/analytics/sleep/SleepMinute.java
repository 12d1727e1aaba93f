package org.handrail.analytics.sleep;

import org.handrail.analytics.Wear;

/**
 * What one closed minute says about sleep.
 *
 * @param startMs first instant of the minute, epoch milliseconds
 * @param counts activity on the scale of the reference actigraph ({@link ReferenceCounts}); NaN where motion is unknown
 * @param heartRate per minute; NaN where unknown
 * @param rmssd of the five minutes that end with this one, ms; NaN where unknown, and where none end
 */
public record SleepMinute(long startMs, Wear wear, double counts, double heartRate, double rmssd) {

    static final long LENGTH_MS = 60_000;

    public SleepMinute {
        if (Math.floorMod(startMs, LENGTH_MS) != 0) {
            throw new IllegalArgumentException("A minute starts on the minute");
        }
    }

    long index() {
        return Math.floorDiv(startMs, LENGTH_MS);
    }

    /** The counts where they are a worn wrist's, NaN otherwise: a device on the table lies still and does not sleep. */
    double believableCounts() {
        return wear == Wear.WORN ? counts : Double.NaN;
    }
}
