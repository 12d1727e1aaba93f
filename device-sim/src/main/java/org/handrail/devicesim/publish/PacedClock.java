package org.handrail.devicesim.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that began at some instant and runs at some speed, driven by another clock. At speed 1 from that clock's own now it
 * is that clock. Beyond speed 1 it must begin in the past, or frames come from the future.
 */
public final class PacedClock extends Clock {

    private final Clock driver;
    private final Instant driverStart;
    private final Instant start;
    private final double speed;

    public PacedClock(Clock driver, Instant start, double speed) {
        this(driver, driver.instant(), start, speed);
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("The speed of a clock is above zero");
        }
    }

    private PacedClock(Clock driver, Instant driverStart, Instant start, double speed) {
        this.driver = driver;
        this.driverStart = driverStart;
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        var passed = Duration.between(driverStart, driver.instant());
        return start.plusMillis(Math.round(passed.toMillis() * speed));
    }

    @Override
    public ZoneId getZone() {
        return driver.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PacedClock(driver.withZone(zone), driverStart, start, speed);
    }
}
