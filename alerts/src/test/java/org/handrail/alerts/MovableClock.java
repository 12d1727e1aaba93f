package org.handrail.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is moved by hand; between two moves it stands still, or goes on as clocks do. Any thread may read it. */
final class MovableClock extends Clock {

    private final boolean flowing;
    private final long startNanos = System.nanoTime();
    private volatile Instant now;

    MovableClock(Instant now) {
        this(now, false);
    }

    private MovableClock(Instant now, boolean flowing) {
        this.now = now;
        this.flowing = flowing;
    }

    /** A running scheduler measures its pauses by its clock, so a clock that stands still would stop it. */
    static MovableClock flowing(Instant now) {
        return new MovableClock(now, true);
    }

    void move(Duration by) {
        now = now.plus(by);
    }

    void moveTo(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return flowing ? now.plusNanos(System.nanoTime() - startNanos) : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
