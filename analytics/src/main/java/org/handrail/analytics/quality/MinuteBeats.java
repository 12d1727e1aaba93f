package org.handrail.analytics.quality;

import java.util.Arrays;

/** The raw beats that ended in one minute, in order of time; two that ended at the same instant count once. */
public final class MinuteBeats {

    public static final MinuteBeats NONE = new MinuteBeats();

    private static final int USUAL = 80;

    private long[] ends = {};
    private int[] intervals = {};
    private int size;

    public int size() {
        return size;
    }

    /** When the beat ended, epoch milliseconds. */
    public long endMs(int index) {
        return ends[index];
    }

    /** The interval that it ended, milliseconds. */
    public int rrMs(int index) {
        return intervals[index];
    }

    /** Puts a beat where it belongs; they come nearly in order. */
    void add(long endMs, int rrMs) {
        int place = size;
        while (place > 0 && ends[place - 1] >= endMs) {
            place--;
        }
        if (place < size && ends[place] == endMs) {
            intervals[place] = Math.min(intervals[place], rrMs);
            return;
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, USUAL + 2 * size);
            intervals = Arrays.copyOf(intervals, USUAL + 2 * size);
        }
        System.arraycopy(ends, place, ends, place + 1, size - place);
        System.arraycopy(intervals, place, intervals, place + 1, size - place);
        ends[place] = endMs;
        intervals[place] = rrMs;
        size++;
    }
}
