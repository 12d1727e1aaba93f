package org.handrail.companion.menteepage;

import java.time.Duration;
import java.time.Instant;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverview;
import org.handrail.signals.DeviceStatus;

/**
 * How a watch is doing, in plain words.
 *
 * @param isConcern whether the wearer had better look after it
 */
record Wrist(String battery, String heard, boolean isConcern) {

    private static final Duration SILENT_AFTER = Duration.ofMinutes(15);
    private static final int LOW_BATTERY_PERCENT = 20;

    static Wrist of(DeviceOverview device, PlainTimes times, Instant now) {
        var heardAt = device.lastReceivedAt();
        boolean isSilent =
                heardAt.map(at -> at.isBefore(now.minus(SILENT_AFTER))).orElse(true);
        boolean isLow = device.status()
                .filter(status -> status.batteryPercent() < LOW_BATTERY_PERCENT)
                .isPresent();
        boolean isOff = device.status()
                .filter(status -> status.contact() == DeviceStatus.Contact.NOT_WORN)
                .isPresent();
        String heard = heardAt.map(at -> "Last heard " + times.ago(at) + (isSilent ? ", at " + times.at(at) : "") + ".")
                .orElse("Not heard yet.");
        String unknown = isSilent || isOff ? " Until it is back, how you are is unknown." : "";
        String battery = device.status()
                .map(status -> "Battery " + status.batteryPercent() + " %" + (isLow ? ", low" : ""))
                .orElse("Battery unknown");
        return new Wrist(battery, worn(device, isSilent) + heard + unknown, isSilent || isLow || isOff);
    }

    /** What a silent watch said of itself a while ago may have changed since, except that it had been taken off. */
    private static String worn(DeviceOverview device, boolean isSilent) {
        return device.status()
                .map(status -> switch (status.contact()) {
                    case WORN -> isSilent ? "" : "On your wrist. ";
                    case NOT_WORN -> "Not on your wrist. ";
                    case UNKNOWN -> "";
                })
                .orElse("");
    }
}
