package org.handrail.signals;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An unchanging run of integers with value equality: the samples of a frame as the device counted them. */
public final class IntList {

    private final int[] values;

    private IntList(int[] values) {
        this.values = values;
    }

    public static IntList of(int... values) {
        return new IntList(values.clone());
    }

    public int size() {
        return values.length;
    }

    public int at(int index) {
        return values[index];
    }

    /** The values from one index to another, the latter excluded. */
    public IntList slice(int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        return from == 0 && to == values.length ? this : new IntList(Arrays.copyOfRange(values, from, to));
    }

    public IntStream stream() {
        return Arrays.stream(values);
    }

    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntList that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Says how many, never which: samples of a person do not belong in a log line. */
    @Override
    public String toString() {
        return values.length + " values";
    }
}
