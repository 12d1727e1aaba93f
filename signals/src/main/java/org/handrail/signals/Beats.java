package org.handrail.signals;

import java.time.Duration;

/**
 * Beat-to-beat (RR) intervals in whole milliseconds, gaps included. The entries follow one another without a pause from
 * the frame's {@code sampledAt} on: a positive entry is an interval that ends in a beat, a negative entry is a gap of that
 * many milliseconds in which no beat could be told. So every beat has a time, and a gap can never look like a long interval.
 */
public record Beats(IntList entries) implements FrameContent {

    /** Most entries of one frame. */
    public static final int MAX_ENTRIES = 4_096;

    /** Longest single entry: an hour. */
    public static final int MAX_ENTRY_MS = 3_600_000;

    public Beats {
        if (entries.size() == 0 || entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("A frame of beats has 1 to " + MAX_ENTRIES + " entries");
        }
        if (entries.stream().anyMatch(entry -> entry == 0 || entry > MAX_ENTRY_MS || entry < -MAX_ENTRY_MS)) {
            throw new IllegalArgumentException("An interval or gap between beats is 1 ms to an hour long");
        }
    }

    public static Beats of(int... entries) {
        return new Beats(IntList.of(entries));
    }

    @Override
    public Duration span() {
        return Duration.ofMillis(entries.stream().mapToLong(Math::abs).sum());
    }
}
