package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What motion says of each minute, two minutes behind the last one, since {@link ColeKripke} looks ahead. A value. Minutes are
 * counted from the epoch; those of a pause have no counts.
 */
final class MotionSleep {

    /** Minutes that a night may reach back: the day for which it is open and sixteen hours of sleep. */
    static final int REACH = HeartCells.CELLS * HeartCells.MINUTES;

    /** Long ago, with room to count back from. */
    private static final long NEVER = Long.MIN_VALUE / 2;

    static final MotionSleep NONE = new MotionSleep(NEVER, unknown(), SleepMinutes.NONE, NEVER);

    /** Rest is forgotten by the hour, so that few days are copied for it. */
    private static final int HOUR = 60;

    private final long last;
    /** Of the last seven minutes, oldest first. */
    private final double[] counts;

    private final SleepMinutes minutes;
    /** First minute after the last sleep. */
    private final long sleepEnd;

    private MotionSleep(long last, double[] counts, SleepMinutes minutes, long sleepEnd) {
        this.last = last;
        this.counts = counts;
        this.minutes = minutes;
        this.sleepEnd = sleepEnd;
    }

    /** Takes a minute after the last. */
    MotionSleep over(SleepMinute minute) {
        long now = minute.index();
        long first = isEmpty() ? now : last + 1;
        var ring = counts.clone();
        var scored = minutes;
        long end = sleepEnd;
        // Beyond seven minutes of a pause there is nothing left that could be scored.
        long pauseEnd = Math.min(now, first + ColeKripke.MINUTES);
        for (long at = first; at <= pauseEnd; at++) {
            push(ring, at == now ? minute.believableCounts() : Double.NaN);
            var state = ColeKripke.judge(ring);
            scored = scored.with(at - ColeKripke.LOOK_AHEAD, state);
            end = state.isAsleep() ? at - ColeKripke.LOOK_AHEAD + 1 : end;
        }
        if (now > pauseEnd) {
            push(ring, minute.believableCounts());
        }
        var next = new MotionSleep(now, ring, scored, end);
        return isEmpty() || Math.floorDiv(now, (long) HOUR) == Math.floorDiv(last, (long) HOUR)
                ? next
                : next.withoutOldRest(last);
    }

    boolean isEmpty() {
        return last == NEVER;
    }

    boolean isBefore(SleepMinute minute) {
        return last < minute.index();
    }

    SleepMinutes minutes() {
        return minutes;
    }

    MotionSleep with(SleepMinutes now) {
        return new MotionSleep(last, counts, now, sleepEnd);
    }

    /** First minute that is not scored yet. */
    long scoredTo() {
        return last - ColeKripke.LOOK_AHEAD + 1;
    }

    /** The minute scored last. */
    SleepState lastScored() {
        return minutes.at(scoredTo() - 1);
    }

    /** The end of the last minute, or {@link Long#MIN_VALUE}. */
    long endMs() {
        return isEmpty() ? Long.MIN_VALUE : (last + 1) * SleepMinute.LENGTH_MS;
    }

    /** The minute from which on the last sleep is over: an hour after its end. */
    long overAt() {
        return sleepEnd + SleepBouts.JOIN_MINUTES;
    }

    /** The sleeps that a night may reach back to, joined over less than an hour; pairs of [first, end). */
    List<long[]> bouts() {
        return minutes.bouts(scoredTo() - REACH, scoredTo(), SleepBouts.JOIN_MINUTES);
    }

    Optional<long[]> lastBout() {
        var bouts = bouts();
        return bouts.isEmpty() ? Optional.empty() : Optional.of(bouts.get(bouts.size() - 1));
    }

    /** With that sleep as mere rest. */
    MotionSleep awakeIn(long[] bout) {
        return with(minutes.changed(
                bout[0], bout[1], (minute, now) -> now == SleepState.ASLEEP ? SleepState.RESTING : now));
    }

    /** Forgets which waking was rest where, since that earlier minute, no night can reach back to it any more. */
    private MotionSleep withoutOldRest(long before) {
        return with(minutes.changed(
                before - 2 * HOUR - REACH,
                scoredTo() - REACH,
                (minute, now) -> now == SleepState.RESTING ? SleepState.AWAKE : now));
    }

    private static void push(double[] ring, double value) {
        System.arraycopy(ring, 1, ring, 0, ring.length - 1);
        ring[ring.length - 1] = value;
    }

    private static double[] unknown() {
        var unknown = new double[ColeKripke.MINUTES];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(last);
        for (double count : counts) {
            out.writeDouble(count);
        }
        out.writeLong(sleepEnd);
        minutes.write(out);
    }

    static MotionSleep read(DataInput in) throws IOException {
        long last = in.readLong();
        var counts = new double[ColeKripke.MINUTES];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readDouble();
        }
        long sleepEnd = in.readLong();
        return new MotionSleep(last, counts, SleepMinutes.read(in), sleepEnd);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MotionSleep that
                && last == that.last
                && Arrays.equals(counts, that.counts)
                && sleepEnd == that.sleepEnd
                && minutes.equals(that.minutes);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(last) + minutes.hashCode();
    }
}
