package org.handrail.analytics.sleep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.Night.Source;
import org.handrail.signals.TimeWindow;

/**
 * One sleep, by night or by day.
 *
 * @param inBed empty where it cannot be told
 * @param completeMs from when on no more can be learnt of it
 * @param stretches what is held true of its span, in order
 * @param coverage share of its span that is known
 */
record SleepBout(
        Source source,
        Optional<TimeWindow> inBed,
        TimeWindow asleep,
        long completeMs,
        List<SleepStretch> stretches,
        NightMetrics metrics,
        double coverage) {

    /** Empty where the span holds no known sleep. */
    static Optional<SleepBout> of(
            Source source, long startMs, long endMs, boolean knowsBed, long completeMs, SleepTimeline timeline) {
        var stretches = timeline.between(startMs, endMs);
        var metrics = NightMetrics.of(stretches, startMs, endMs);
        double coverage = 1 - metrics.unknown() / metrics.inBed();
        var span = new TimeWindow(Instant.ofEpochMilli(startMs), Instant.ofEpochMilli(endMs));
        return metrics.asleep()
                .map(asleep -> new SleepBout(
                        source,
                        knowsBed ? Optional.of(span) : Optional.empty(),
                        asleep,
                        completeMs,
                        stretches,
                        knowsBed ? metrics : metrics.withoutBed(),
                        coverage));
    }

    /** Whether what changed from that time on can have changed it: a piece up to an hour after it may have been part of it. */
    boolean reaches(long changedFromMs) {
        var end = inBed.map(TimeWindow::end).orElse(asleep.end());
        return end.toEpochMilli() + SleepBouts.JOIN_MS > changedFromMs;
    }

    /** The local day that it ended on. */
    LocalDate date(ZoneId zone) {
        return LocalDate.ofInstant(asleep.end(), zone);
    }
}
