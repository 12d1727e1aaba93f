package org.handrail.analytics.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands, until it is told to go on from some time as time does. Knows which threads have read it since then. */
final class StandingClock extends Clock {

    private volatile Instant from;
    private volatile long goesOnSince;
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();

    StandingClock(Instant standsAt) {
        from = standsAt;
    }

    void goOnFrom(Instant now) {
        from = now;
        goesOnSince = System.nanoTime();
        reads.clear();
    }

    /** A lane that reads it again has saved what it did after it had read it before. */
    boolean wasReadTwiceByEach() {
        return reads.size() == 2 && reads.values().stream().allMatch(times -> times > 1);
    }

    @Override
    public Instant instant() {
        reads.merge(Thread.currentThread().getName(), 1, Integer::sum);
        return goesOnSince == 0 ? from : from.plus(Duration.ofNanos(System.nanoTime() - goesOnSince));
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
