package org.handrail.analytics.sleep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.TimeWindow;

/**
 * The figures of one span in bed, all in minutes of elapsed time, so a night of daylight saving is as long as it was. Only
 * known sleep is sleep and only known waking is waking; what is unknown is told beside them.
 *
 * <p>No known sleep: nothing was slept, the latency is all of the span, {@code asleep} is empty. Nothing known at all:
 * every figure but {@code inBed} and {@code unknown} is NaN. Definition: science/SPEC.md (f), {@code night}.
 *
 * @param inBed time in bed (TIB)
 * @param total total sleep time (TST)
 * @param latency from going to bed to the first sleep (SOL)
 * @param wakeAfterOnset known waking between the first and the last sleep (WASO)
 * @param period from the first sleep to the end of the last (SPT)
 * @param snooze from the end of the last sleep to rising
 * @param efficiency 100 · TST / TIB
 * @param awakenings times that sleep went over into waking before the last sleep
 * @param unknown minutes of the span in bed that nothing is known of
 * @param asleep from the first sleep to the end of the last
 */
public record NightMetrics(
        double inBed,
        double total,
        double latency,
        double wakeAfterOnset,
        double period,
        double snooze,
        double efficiency,
        int awakenings,
        double unknown,
        Optional<TimeWindow> asleep) {

    private static final double MINUTE_MS = 60_000;

    /** The figures of the span; the stretches are in order and do not overlap, what they leave out is unknown. */
    public static NightMetrics of(List<SleepStretch> stretches, long bedMs, long riseMs) {
        long onsetMs = Long.MAX_VALUE;
        long offsetMs = Long.MIN_VALUE;
        long asleepMs = 0;
        long awakeMs = 0;
        long wakeMs = 0;
        long wakeSinceSleepMs = 0;
        int awakenings = 0;
        int awakeningsSinceSleep = 0;
        var previous = SleepState.UNKNOWN;
        long previousEndMs = bedMs;
        for (var stretch : SleepStretch.within(stretches, bedMs, riseMs)) {
            boolean follows = stretch.startMs() == previousEndMs;
            if (stretch.state().isAsleep()) {
                onsetMs = Math.min(onsetMs, stretch.startMs());
                offsetMs = stretch.endMs();
                asleepMs += stretch.lengthMs();
                wakeMs += wakeSinceSleepMs;
                awakenings += awakeningsSinceSleep;
                wakeSinceSleepMs = 0;
                awakeningsSinceSleep = 0;
            } else if (stretch.state().isAwake()) {
                awakeMs += stretch.lengthMs();
                wakeSinceSleepMs += asleepMs > 0 ? stretch.lengthMs() : 0;
                awakeningsSinceSleep += follows && previous.isAsleep() ? 1 : 0;
            }
            previous = stretch.state();
            previousEndMs = stretch.endMs();
        }
        long spanMs = riseMs - bedMs;
        long unknownMs = spanMs - asleepMs - awakeMs;
        if (unknownMs == spanMs) {
            return nothingKnown(spanMs / MINUTE_MS);
        }
        boolean slept = asleepMs > 0;
        return new NightMetrics(
                spanMs / MINUTE_MS,
                asleepMs / MINUTE_MS,
                (slept ? onsetMs - bedMs : spanMs) / MINUTE_MS,
                wakeMs / MINUTE_MS,
                slept ? (offsetMs - onsetMs) / MINUTE_MS : 0,
                slept ? (riseMs - offsetMs) / MINUTE_MS : 0,
                100.0 * asleepMs / spanMs,
                awakenings,
                unknownMs / MINUTE_MS,
                slept
                        ? Optional.of(new TimeWindow(Instant.ofEpochMilli(onsetMs), Instant.ofEpochMilli(offsetMs)))
                        : Optional.empty());
    }

    /** The same sleep where nobody knows when it was gone to bed or risen. */
    NightMetrics withoutBed() {
        double none = Double.NaN;
        return new NightMetrics(none, total, none, wakeAfterOnset, period, none, none, awakenings, unknown, asleep);
    }

    private static NightMetrics nothingKnown(double span) {
        double none = Double.NaN;
        return new NightMetrics(span, none, none, none, none, none, none, 0, span, Optional.empty());
    }
}
