package org.handrail.devicesim.load;

import java.util.Arrays;

/**
 * When each of very many lines wants its next turn: a binary heap of line numbers that knows where each of them stands, so
 * that a turn can be put off or brought forward. Whoever walks it looks at the lines that are due and at no other.
 */
final class Agenda {

    private static final int NOWHERE = -1;

    private int[] heap = new int[64];
    private int size;

    /** By line: when, and its place in the heap. */
    private long[] dueAt = new long[64];

    private int[] places = new int[64];

    Agenda() {
        Arrays.fill(places, NOWHERE);
    }

    /** The line's only turn from now on, whenever it was to be before. */
    void set(int line, long due) {
        makeRoomFor(line);
        dueAt[line] = due;
        if (places[line] == NOWHERE) {
            places[line] = size;
            heap[size++] = line;
        }
        sink(rise(places[line]));
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** When the first turn is; not to be asked where there is none. */
    long firstDue() {
        return dueAt[heap[0]];
    }

    /** Takes the first turn off, and says whose it is. */
    int takeFirst() {
        int line = heap[0];
        remove(line);
        return line;
    }

    /** The line wants no turn any more. */
    void remove(int line) {
        int place = line < places.length ? places[line] : NOWHERE;
        if (place == NOWHERE) {
            return;
        }
        size--;
        swap(place, size);
        places[line] = NOWHERE;
        if (place < size) {
            sink(rise(place));
        }
    }

    private int rise(int from) {
        int place = from;
        while (place > 0 && isBefore(place, (place - 1) / 2)) {
            swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
        return place;
    }

    private void sink(int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(child + 1, child)) {
                child++;
            }
            if (!isBefore(child, place)) {
                return;
            }
            swap(child, place);
            place = child;
        }
    }

    /** Monotonic times may wrap, so they are subtracted. */
    private boolean isBefore(int one, int other) {
        return dueAt[heap[one]] - dueAt[heap[other]] < 0;
    }

    private void swap(int one, int other) {
        int line = heap[one];
        heap[one] = heap[other];
        heap[other] = line;
        places[heap[one]] = one;
        places[heap[other]] = other;
    }

    private void makeRoomFor(int line) {
        if (line >= places.length) {
            int before = places.length;
            int room = Math.max(line + 1, 2 * before);
            heap = Arrays.copyOf(heap, room);
            dueAt = Arrays.copyOf(dueAt, room);
            places = Arrays.copyOf(places, room);
            Arrays.fill(places, before, room, NOWHERE);
        }
    }
}
