package org.handrail.analytics.feature.skin;

import org.handrail.analytics.quality.Samples;

/**
 * One sample from before the minute, the minute's own, and those that are already known of the time that follows.
 *
 * @param values µS as they came: NaN and impossible ones too
 * @param end index of the first sample that follows the minute, whose own begin at 1
 * @param largestStepMs a sample further from its predecessor begins a new run
 */
record SkinSpan(long[] timesMs, double[] values, int end, double spacingMs, long largestStepMs) {

    /** Longer ago than any step between samples. */
    static final long LONG_AGO = Long.MIN_VALUE / 2;

    /** In spacings; frames jitter, but a sample that is missing makes it 2. */
    private static final double LARGEST_STEP = 1.5;

    static SkinSpan of(long lastMs, double last, Samples minute, Samples following) {
        int end = 1 + minute.size();
        var timesMs = new long[end + following.size()];
        var values = new double[timesMs.length];
        timesMs[0] = lastMs;
        values[0] = last;
        System.arraycopy(minute.timesMs(), 0, timesMs, 1, minute.size());
        System.arraycopy(minute.values(), 0, values, 1, minute.size());
        System.arraycopy(following.timesMs(), 0, timesMs, end, following.size());
        System.arraycopy(following.values(), 0, values, end, following.size());
        return new SkinSpan(timesMs, values, end, minute.spacingMs(), (long) (LARGEST_STEP * minute.spacingMs()));
    }

    int size() {
        return values.length;
    }

    int minuteSize() {
        return end - 1;
    }

    /** Whether no sample is missing between this one and the one before it. */
    boolean follows(int i) {
        return timesMs[i] - timesMs[i - 1] <= largestStepMs;
    }
}
