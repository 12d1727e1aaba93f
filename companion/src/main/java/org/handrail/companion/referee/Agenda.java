package org.handrail.companion.referee;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What will happen in a life, in the order of time; what was put down first goes first where two come at once. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::place));
    private long places;

    private record Entry(Instant at, long place, Runnable happens) {}

    void put(Instant at, Runnable happens) {
        entries.add(new Entry(at, places++, happens));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    /** Lets the next one happen. */
    void happen() {
        entries.remove().happens().run();
    }
}
