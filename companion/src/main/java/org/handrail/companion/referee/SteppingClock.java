package org.handrail.companion.referee;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A house's clock that leaps from one thing that happens to the next, and goes on as clocks do meanwhile: who waits by it for a
 * fifth of a second would wait for ever by one that stands. It never goes back. Any thread may read it.
 */
final class SteppingClock extends Clock {

    private Instant leaptTo;
    private long leaptAtNanos = System.nanoTime();

    SteppingClock(Instant start) {
        this.leaptTo = start;
    }

    synchronized void leapTo(Instant instant) {
        if (instant.isAfter(instant())) {
            leaptTo = instant;
            leaptAtNanos = System.nanoTime();
        }
    }

    @Override
    public synchronized Instant instant() {
        return leaptTo.plusNanos(System.nanoTime() - leaptAtNanos);
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
