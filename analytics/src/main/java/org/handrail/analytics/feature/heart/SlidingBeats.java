package org.handrail.analytics.feature.heart;

import java.util.Arrays;

/**
 * Beats of the last five minutes in a ring, and the sums of the windows (T − 60 s, T] and (T − 300 s, T], in which a beat lies
 * by the time that it ended. {@link BeatAcceptance} says which beats are NN. A difference lies between two of them in the same
 * window of which the second began where the first ended, within 20 ms: a gap never makes one. Definitions: science/SPEC.md (a).
 *
 * <p>Taking a beat in costs O(1) on average and allocates nothing, once the ring has grown to what the heart needs. Times and
 * intervals are in ticks of {@code 1 / ticksPerMs} ms. Belongs to one thread.
 */
final class SlidingBeats {

    static final long MINUTE_MS = 60_000;
    static final long FIVE_MINUTES_MS = 300_000;

    private static final int ADJACENCY_MS = 20;
    private static final int FIRST_CAPACITY = 128;

    /** More beats than this in five minutes are no heart's: the oldest give way. */
    private static final int MOST_CAPACITY = 2_048;

    private static final long NO_BEAT = -1;

    private final int ticksPerMs;
    private final BeatAcceptance acceptance;
    private final int adjacency;
    private final Window minute;
    private final Window fiveMinutes;

    /** The beats by number, each at its number modulo the length; {@link PackedBeat} tells how. */
    private long[] ring;

    private long next;
    private long lastAccepted;

    private SlidingBeats(int ticksPerMs, BeatAcceptance acceptance, Window minute, Window fiveMinutes, long[] ring) {
        this.ticksPerMs = ticksPerMs;
        this.acceptance = acceptance;
        this.adjacency = ADJACENCY_MS * ticksPerMs;
        this.minute = minute;
        this.fiveMinutes = fiveMinutes;
        this.ring = ring;
    }

    static SlidingBeats start(int ticksPerMs) {
        return of(ticksPerMs, 0, 0, new long[0]);
    }

    /** The beats of the last five minutes again, with what was accepted then and the state of {@link BeatAcceptance}. */
    static SlidingBeats of(int ticksPerMs, int reference, int excludedInARow, long[] packed) {
        var beats = new SlidingBeats(
                ticksPerMs,
                new BeatAcceptance(ticksPerMs, reference, excludedInARow),
                new Window(MINUTE_MS * ticksPerMs, new BeatSums(ticksPerMs), 0),
                new Window(FIVE_MINUTES_MS * ticksPerMs, new BeatSums(ticksPerMs), 0),
                new long[FIRST_CAPACITY]);
        beats.lastAccepted = NO_BEAT;
        for (long beat : packed) {
            beats.append(beat);
        }
        return beats;
    }

    SlidingBeats copy() {
        var copy = new SlidingBeats(ticksPerMs, acceptance.copy(), minute.copy(), fiveMinutes.copy(), ring.clone());
        copy.next = next;
        copy.lastAccepted = lastAccepted;
        return copy;
    }

    /** Takes in the next beat. One that does not end after the beat before, or is too long to be one, is left out. */
    void push(long endTicks, int rr) {
        boolean isNext = next == fiveMinutes.first || endTicks > PackedBeat.end(at(next - 1));
        if (isNext && rr > 0 && rr <= PackedBeat.LONGEST) {
            append(PackedBeat.of(endTicks, rr, acceptance.accept(rr)));
        }
    }

    /** Lets the windows end at that time, which is not before the last beat. */
    void advanceTo(long endTicks) {
        evict(minute, endTicks - minute.size);
        evict(fiveMinutes, endTicks - fiveMinutes.size);
    }

    BeatSums minuteSums() {
        return minute.sums;
    }

    BeatSums fiveMinuteSums() {
        return fiveMinutes.sums;
    }

    BeatAcceptance acceptance() {
        return acceptance;
    }

    /** All beats of the last five minutes, oldest first. */
    long[] packed() {
        var beats = new long[(int) (next - fiveMinutes.first)];
        Arrays.setAll(beats, i -> PackedBeat.alone(at(fiveMinutes.first + i)));
        return beats;
    }

    NnSeries minuteNn() {
        return nn(minute);
    }

    NnSeries fiveMinuteNn() {
        return nn(fiveMinutes);
    }

    NnBins minuteBins() {
        return bins(minute);
    }

    NnBins fiveMinuteBins() {
        return bins(fiveMinutes);
    }

    private NnBins bins(Window window) {
        var bins = new NnBins(ticksPerMs);
        for (long number = window.first; number < next; number++) {
            long beat = at(number);
            if (PackedBeat.isAccepted(beat)) {
                bins.add(PackedBeat.rr(beat));
            }
        }
        return bins;
    }

    private NnSeries nn(Window window) {
        var ends = new long[window.sums.nnCount()];
        var nn = new int[ends.length];
        int count = 0;
        for (long number = window.first; number < next; number++) {
            long beat = at(number);
            if (PackedBeat.isAccepted(beat)) {
                ends[count] = PackedBeat.end(beat);
                nn[count++] = PackedBeat.rr(beat);
            }
        }
        return new NnSeries(ticksPerMs, ends, nn);
    }

    private void append(long beat) {
        advanceTo(PackedBeat.end(beat));
        if (next - fiveMinutes.first == ring.length) {
            makeRoom();
        }
        int rr = PackedBeat.rr(beat);
        if (!PackedBeat.isAccepted(beat)) {
            ring[place(next++)] = beat;
            int counted = acceptance.isPlausible(rr) ? 1 : 0;
            minute.sums.countExcluded(counted, rr);
            fiveMinutes.sums.countExcluded(counted, rr);
            return;
        }
        long earlier = lastAccepted >= fiveMinutes.first ? at(lastAccepted) : 0;
        long missing = PackedBeat.end(beat) - PackedBeat.end(earlier) - rr;
        boolean adjoins = earlier != 0 && Math.abs(missing) <= adjacency;
        ring[place(next)] = adjoins ? PackedBeat.adjoining(beat) : beat;
        fiveMinutes.sums.countNn(1, rr);
        minute.sums.countNn(1, rr);
        if (adjoins) {
            fiveMinutes.sums.countPair(1, PackedBeat.rr(earlier), rr);
            if (lastAccepted >= minute.first) {
                minute.sums.countPair(1, PackedBeat.rr(earlier), rr);
            }
        }
        lastAccepted = next++;
    }

    private void evict(Window window, long endedByTicks) {
        while (window.first < next && PackedBeat.end(at(window.first)) <= endedByTicks) {
            evictFirst(window);
        }
    }

    private void evictFirst(Window window) {
        long beat = at(window.first++);
        int rr = PackedBeat.rr(beat);
        if (!PackedBeat.isAccepted(beat)) {
            window.sums.countExcluded(acceptance.isPlausible(rr) ? -1 : 0, rr);
        } else {
            window.sums.countNn(-1, rr);
            long number = nextAccepted(window.first);
            if (number != NO_BEAT && PackedBeat.adjoins(at(number))) {
                window.sums.countPair(-1, rr, PackedBeat.rr(at(number)));
            }
        }
    }

    private long nextAccepted(long from) {
        for (long number = from; number <= lastAccepted; number++) {
            if (PackedBeat.isAccepted(at(number))) {
                return number;
            }
        }
        return NO_BEAT;
    }

    private void makeRoom() {
        if (ring.length == MOST_CAPACITY) {
            if (minute.first == fiveMinutes.first) {
                evictFirst(minute);
            }
            evictFirst(fiveMinutes);
            return;
        }
        var larger = new long[2 * ring.length];
        for (long number = fiveMinutes.first; number < next; number++) {
            larger[(int) (number & (larger.length - 1))] = at(number);
        }
        ring = larger;
    }

    private long at(long number) {
        return ring[place(number)];
    }

    private int place(long number) {
        return (int) (number & (ring.length - 1));
    }

    /** One window's size and sums, and the number of its first beat. */
    private static final class Window {
        private final long size;
        private final BeatSums sums;
        private long first;

        private Window(long size, BeatSums sums, long first) {
            this.size = size;
            this.sums = sums;
            this.first = first;
        }

        private Window copy() {
            return new Window(size, sums.copy(), first);
        }
    }
}
