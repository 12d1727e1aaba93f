package org.handrail.analytics.quality;

import java.util.Arrays;

/**
 * Samples of one stream as they are gathered, in order of time. Of two samples at the same instant the smaller number counts,
 * so that the order of frames does not matter.
 */
final class SampleColumn {

    private long[] times;
    private double[] values;
    private double[] spacings;
    private int size;

    SampleColumn(int expected) {
        times = new long[expected];
        values = new double[expected];
        spacings = new double[expected];
    }

    /** Puts a sample where it belongs; they come nearly in order. */
    void add(long timeMs, double value, double spacingMs) {
        int place = size;
        while (place > 0 && times[place - 1] >= timeMs) {
            place--;
        }
        if (place < size && times[place] == timeMs) {
            settle(place, value, spacingMs);
            return;
        }
        if (size == times.length) {
            grow();
        }
        if (place < size) {
            System.arraycopy(times, place, times, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
            System.arraycopy(spacings, place, spacings, place + 1, size - place);
        }
        times[place] = timeMs;
        values[place] = value;
        spacings[place] = spacingMs;
        size++;
    }

    private void settle(int place, double value, double spacingMs) {
        boolean isSmaller = Double.isNaN(values[place]) || value < values[place];
        if (isSmaller && !Double.isNaN(value)) {
            values[place] = value;
            spacings[place] = spacingMs;
        }
    }

    private void grow() {
        times = Arrays.copyOf(times, 2 * size + 8);
        values = Arrays.copyOf(values, 2 * size + 8);
        spacings = Arrays.copyOf(spacings, 2 * size + 8);
    }

    /** The samples before that time, which share the arrays of this column. */
    Samples before(long endMs, double spanMs) {
        int end = firstFrom(endMs);
        return end == 0
                ? Samples.NONE
                : new Samples(times, values, end, spacings[end - 1], Math.min(1, covered(0, end) / spanMs));
    }

    /** The samples from that time on. */
    Samples from(long startMs, double spanMs) {
        int start = firstFrom(startMs);
        return start == size
                ? Samples.NONE
                : new Samples(
                        Arrays.copyOfRange(times, start, size),
                        Arrays.copyOfRange(values, start, size),
                        spacings[size - 1],
                        Math.min(1, covered(start, size) / spanMs));
    }

    private int firstFrom(long timeMs) {
        int index = size;
        while (index > 0 && times[index - 1] >= timeMs) {
            index--;
        }
        return index;
    }

    private double covered(int from, int to) {
        double covered = 0;
        for (int i = from; i < to; i++) {
            covered += spacings[i];
        }
        return covered;
    }
}
