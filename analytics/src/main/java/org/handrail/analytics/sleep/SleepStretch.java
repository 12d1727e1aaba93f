package org.handrail.analytics.sleep;

import java.util.ArrayList;
import java.util.List;

/** A half-open stretch of one state, in epoch milliseconds. */
public record SleepStretch(long startMs, long endMs, SleepState state) {

    public SleepStretch {
        if (endMs <= startMs) {
            throw new IllegalArgumentException("A stretch ends after it starts");
        }
    }

    long lengthMs() {
        return endMs - startMs;
    }

    /** The parts of the stretches within the span, in their order. */
    static List<SleepStretch> within(List<SleepStretch> stretches, long fromMs, long toMs) {
        var parts = new ArrayList<SleepStretch>();
        for (var stretch : stretches) {
            long start = Math.max(fromMs, stretch.startMs);
            long end = Math.min(toMs, stretch.endMs);
            if (start < end) {
                parts.add(new SleepStretch(start, end, stretch.state));
            }
        }
        return parts;
    }
}
