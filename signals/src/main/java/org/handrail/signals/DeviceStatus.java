package org.handrail.signals;

import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/**
 * How the device itself is, and where. {@code firmware} is the device's own version string.
 *
 * @param zone whose local time the device shows, by its name in the IANA database; empty where it does not say
 */
public record DeviceStatus(int batteryPercent, Contact contact, String firmware, Optional<ZoneId> zone)
        implements FrameContent {

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
        if (zone.isPresent() && !isZone(zone.get().getId())) {
            throw new IllegalArgumentException("A zone is one of the IANA database");
        }
    }

    /** A device that does not say where it is. */
    public DeviceStatus(int batteryPercent, Contact contact, String firmware) {
        this(batteryPercent, contact, firmware, Optional.empty());
    }

    /** Whether the IANA database has a zone of this name; an offset alone is none, for it knows no daylight saving. */
    public static boolean isZone(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name);
    }

    public DeviceStatus withBattery(int percent) {
        return new DeviceStatus(percent, contact, firmware, zone);
    }

    public DeviceStatus withContact(Contact now) {
        return new DeviceStatus(batteryPercent, now, firmware, zone);
    }

    @Override
    public Duration span() {
        return Duration.ZERO;
    }
}
