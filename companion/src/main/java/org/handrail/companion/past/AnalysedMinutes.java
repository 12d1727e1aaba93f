package org.handrail.companion.past;

import java.time.Instant;
import java.util.BitSet;

/** Which minutes of a time are in the record. Belongs to one thread. */
final class AnalysedMinutes {

    private final BitSet minutes = new BitSet();
    private final long first;

    /** @param since nothing before it is asked for */
    AnalysedMinutes(Instant since) {
        this.first = minuteOf(since);
    }

    void add(Instant start) {
        minutes.set(indexOf(start));
    }

    boolean contains(Instant instant) {
        return minutes.get(indexOf(instant));
    }

    /** The end of the last of them; where nothing was asked for, the beginning. */
    Instant until() {
        return Instant.ofEpochSecond((first + minutes.length()) * 60);
    }

    private int indexOf(Instant instant) {
        return Math.toIntExact(Math.max(0, minuteOf(instant) - first));
    }

    private static long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60L);
    }
}
