package org.handrail.signals;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time, {@code [start, end)}. */
public record TimeWindow(Instant start, Instant end) {

    public TimeWindow {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A window does not end before it starts");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean overlaps(TimeWindow other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
