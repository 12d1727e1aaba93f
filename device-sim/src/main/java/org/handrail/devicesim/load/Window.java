package org.handrail.devicesim.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * The frames of one line that the broker has not confirmed, oldest first, each in a slot whose number is also its packet
 * id; and the counters of all those that it has. Lives as long as the watch, across connections.
 */
final class Window {

    private final long[] counters;
    private final long[] completeAtMs;
    private final int[] moulds;
    private final boolean[] answered;
    private int oldest;
    private int size;

    /** Frames confirmed a short while ago, the oldest first. */
    private final ArrayDeque<Recent> recent = new ArrayDeque<>();

    private final long confirmedKeptNanos;

    private long[] confirmed = new long[1_024];
    private int confirmedCount;
    private long refusedCount;

    /** @param atNanos when it was confirmed, monotonic */
    record Recent(long counter, long completeAtMs, int mould, long atNanos) {}

    Window(int slots, Duration confirmedKept) {
        confirmedKeptNanos = confirmedKept.toNanos();
        counters = new long[slots];
        completeAtMs = new long[slots];
        moulds = new int[slots];
        answered = new boolean[slots];
    }

    int size() {
        return size;
    }

    int slots() {
        return counters.length;
    }

    /** Keeps a frame and returns its packet id. */
    int add(long counter, long completeAt, int mould) {
        int slot = slotOf(size++);
        counters[slot] = counter;
        completeAtMs[slot] = completeAt;
        moulds[slot] = mould;
        answered[slot] = false;
        return slot + 1;
    }

    /** Where the frame that came {@code place} places after the oldest stands; its packet id is one more. */
    int slotOf(int place) {
        return (oldest + place) % counters.length;
    }

    long counter(int slot) {
        return counters[slot];
    }

    long completeAtMs(int slot) {
        return completeAtMs[slot];
    }

    int mould(int slot) {
        return moulds[slot];
    }

    boolean isAnswered(int slot) {
        return answered[slot];
    }

    /** The broker answered. An id that waits for no answer, for instance a second one after a broken line, changes nothing. */
    void answer(int packetId, boolean isConfirmed) {
        int slot = packetId - 1;
        if (slot < 0 || slot >= slots() || placeOf(slot) >= size || answered[slot]) {
            return;
        }
        answered[slot] = true;
        if (isConfirmed) {
            if (confirmedCount == confirmed.length) {
                confirmed = Arrays.copyOf(confirmed, 2 * confirmedCount);
            }
            confirmed[confirmedCount++] = counters[slot];
            keepForAWhile(slot);
        } else {
            refusedCount++;
        }
        while (size > 0 && answered[oldest]) {
            oldest = (oldest + 1) % slots();
            size--;
        }
    }

    private void keepForAWhile(int slot) {
        if (confirmedKeptNanos > 0) {
            long now = System.nanoTime();
            recent.add(new Recent(counters[slot], completeAtMs[slot], moulds[slot], now));
            while (now - recent.getFirst().atNanos() > confirmedKeptNanos) {
                recent.removeFirst();
            }
        }
    }

    /** What a broker may have forgotten that broke off now; told once. */
    List<Recent> takeRecent() {
        var taken = List.copyOf(recent);
        recent.clear();
        return taken;
    }

    long[] confirmed() {
        return Arrays.copyOf(confirmed, confirmedCount);
    }

    int confirmedCount() {
        return confirmedCount;
    }

    long refusedCount() {
        return refusedCount;
    }

    private int placeOf(int slot) {
        return Math.floorMod(slot - oldest, slots());
    }
}
