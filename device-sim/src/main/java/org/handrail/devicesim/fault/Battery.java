package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.TimeWindow;

/** What a battery's percentage is under faults. */
final class Battery {

    /** As the simulated watch uses it. */
    private static final double PERCENT_AN_HOUR = 2.2;

    private Battery() {}

    static DeviceStatus holding(DeviceStatus status, int percent) {
        return status.withBattery(percent);
    }

    /** A straight fall from full to empty, unless it was emptier anyway. */
    static int runningDown(int own, Instant deadAt, Duration runsDown, Instant at) {
        if (!at.isBefore(deadAt)) {
            return own;
        }
        double left = 100.0 * Duration.between(at, deadAt).toSeconds() / runsDown.toSeconds();
        return Math.min(own, (int) Math.floor(Math.min(100, left)));
    }

    /** A straight rise on the charger; afterwards the usual fall from there, until the source's own is met. */
    static int charged(int own, TimeWindow charging, int toPercent, Instant at) {
        if (at.isBefore(charging.start())) {
            return own;
        }
        if (charging.contains(at)) {
            double share = seconds(charging.start(), at) / seconds(charging.start(), charging.end());
            return Math.max(own, (int) Math.round(own + (toPercent - own) * share));
        }
        double fallen = toPercent - PERCENT_AN_HOUR * seconds(charging.end(), at) / 3_600;
        return Math.max(own, (int) Math.round(fallen));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
