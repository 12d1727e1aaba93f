package org.handrail.devicesim.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.BeatChannel;
import org.handrail.signals.IntList;

/**
 * Beats with their times as intervals and gaps. An interval that begins where the last one ended keeps its own length in
 * whole milliseconds; what rounding adds up to over a run is taken back by the next gap, so times never drift by more than
 * half a millisecond for each beat of one run.
 */
final class BeatTimes {

    /** One vendor interval; {@code endMs} is the time of the beat that ends it. */
    record Interval(double endMs, double lengthMs) {}

    /** Beats this close follow one another: 1/64 s clocks and their rounding (SPEC (a), adjacency). */
    private static final double ADJACENT_MS = 20;

    private static final double LONGEST_RECORDING_MS = 30 * 86_400_000.0;
    private static final double LONGEST_INTERVAL_MS = 60_000;

    private final List<Integer> entries = new ArrayList<>();
    private long cursorMs;
    private double lastEndMs = Double.NEGATIVE_INFINITY;

    private BeatTimes() {}

    /**
     * The interval of a row of two columns: when it ended, in seconds, and how long it was.
     *
     * @param offsetMs what the beats' own clock began after the recording's
     * @param msForOne how many ms the second column counts in
     */
    static Interval interval(NumberTable.Row row, long offsetMs, double msForOne) {
        double endMs = row.required(0, "the seconds since the start") * 1_000;
        double lengthMs = row.required(1, "an interval") * msForOne;
        if (endMs > LONGEST_RECORDING_MS) {
            throw RecordingFault.at(row.file(), row.line(), "expected seconds since the start, at most 30 days");
        }
        if (lengthMs < 1 || lengthMs > LONGEST_INTERVAL_MS) {
            throw RecordingFault.at(row.file(), row.line(), "expected an interval of 1 ms to a minute");
        }
        return new Interval(endMs + offsetMs, lengthMs);
    }

    /**
     * The intervals in the order of their ends, from the start to the length; empty where there are none. Intervals outside
     * are left out: one session of stress-exercise dates its beats half a century before itself.
     */
    static Optional<BeatChannel> channel(Instant start, long lengthMs, List<Interval> intervals) {
        var times = new BeatTimes();
        intervals.stream()
                .filter(interval -> interval.endMs() >= interval.lengthMs() && interval.endMs() <= lengthMs)
                .forEach(times::add);
        if (times.entries.isEmpty()) {
            return Optional.empty();
        }
        times.gapUntil(lengthMs);
        int[] entries = times.entries.stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(new BeatChannel(start, IntList.of(entries)));
    }

    private void add(Interval interval) {
        int length = (int) Math.round(interval.lengthMs());
        double beginMs = interval.endMs() - interval.lengthMs();
        boolean follows = Math.abs(beginMs - lastEndMs) <= ADJACENT_MS;
        if (!follows) {
            long begin = Math.round(interval.endMs()) - length;
            if (begin <= cursorMs && !entries.isEmpty()) {
                // It reaches into what is already told, so it is no interval between two known beats.
                gapUntil(Math.round(interval.endMs()));
                lastEndMs = interval.endMs();
                return;
            }
            gapUntil(begin);
        }
        entries.add(length);
        cursorMs += length;
        lastEndMs = interval.endMs();
    }

    private void gapUntil(long ms) {
        if (ms > cursorMs) {
            entries.add(-Math.toIntExact(ms - cursorMs));
            cursorMs = ms;
        }
    }
}
