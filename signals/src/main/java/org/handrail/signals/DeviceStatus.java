package org.handrail.signals;

import java.time.Duration;

/** How the device itself is. {@code firmware} is the device's own version string. */
public record DeviceStatus(int batteryPercent, Contact contact, String firmware) implements FrameContent {

    /** Whether the device believes that it touches a wrist. Not worn is not "calm". */
    public enum Contact {
        WORN,
        NOT_WORN,
        UNKNOWN
    }

    public DeviceStatus {
        if (batteryPercent < 0 || batteryPercent > 100) {
            throw new IllegalArgumentException("A battery holds 0 to 100 percent");
        }
        if (firmware.length() > 64) {
            throw new IllegalArgumentException("A firmware version has at most 64 characters");
        }
    }

    @Override
    public Duration span() {
        return Duration.ZERO;
    }
}
