package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.TimeWindow;

/** A span {@code [from, until)} counted from the start of whatever it is part of, so that a plan can be played at any time. */
public record Span(Duration from, Duration until) {

    private static final Duration A_CENTURY = Duration.ofDays(36_525);

    public Span {
        if (from.isNegative() || until.compareTo(from) < 0) {
            throw new IllegalArgumentException("A span does not begin before the start, nor end before it begins");
        }
    }

    /** From there on, without an end. */
    public static Span since(Duration from) {
        return new Span(from, A_CENTURY);
    }

    public static Span always() {
        return since(Duration.ZERO);
    }

    public TimeWindow after(Instant start) {
        return new TimeWindow(start.plus(from), start.plus(until));
    }
}
