package org.handrail.alerts.timer;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;

/** Timers in memory, for alerts whose time is moved by hand. What was set first goes first where two are due at once. */
public final class TimerQueue implements Timers {

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::place));
    private long set;

    /** A timer that is set. */
    public record Entry(Timer timer, UUID id, Instant due, long place) {}

    @Override
    public void set(Timer timer, UUID id, Instant due) {
        boolean isSet = queue.stream()
                .anyMatch(entry -> entry.timer == timer && entry.id().equals(id));
        if (!isSet) {
            queue.add(new Entry(timer, id, due, set++));
        }
    }

    public Optional<Instant> nextDue() {
        return Optional.ofNullable(queue.peek()).map(Entry::due);
    }

    /** Takes out the first timer that is due by then. */
    public Optional<Entry> takeDue(Instant by) {
        return nextDue().filter(due -> !due.isAfter(by)).map(due -> queue.remove());
    }
}
