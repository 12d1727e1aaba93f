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

    /** All samples, which share the arrays of this column; they cover so much of that span. */
    Samples samples(double spanMs) {
        if (size == 0) {
            return Samples.NONE;
        }
        double covered = 0;
        for (int i = 0; i < size; i++) {
            covered += spacings[i];
        }
        return new Samples(times, values, size, spacings[size - 1], Math.min(1, covered / spanMs));
    }
}
