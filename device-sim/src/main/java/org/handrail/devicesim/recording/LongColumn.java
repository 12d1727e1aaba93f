package org.handrail.devicesim.recording;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A growing column of numbers, eight bytes each: what years of an export come down to in memory. */
final class LongColumn {

    private long[] numbers = new long[1_024];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    LongStream inOrder() {
        Arrays.sort(numbers, 0, size);
        return Arrays.stream(numbers, 0, size);
    }
}
