package org.handrail.ingest.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.ingest.BatteryRanLow;
import org.handrail.ingest.BatteryRecovered;
import org.handrail.ingest.SilenceSettings;
import org.handrail.ingest.WatchPutOn;
import org.handrail.ingest.WatchTakenOff;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.MenteeId;

/**
 * Battery and wrist of one paired device, from what it last said of itself. Pure.
 *
 * @param statusAt when it said so, by its own clock
 */
record WatchHealth(
        DeviceId device,
        MenteeId mentee,
        int batteryPercent,
        Contact contact,
        Instant statusAt,
        Optional<Instant> batteryLowSince,
        Optional<Instant> notWornSince) {

    /** As it is after the last status. A battery stays low until it is well above the mark, so that it does not flap. */
    WatchHealth judged(SilenceSettings settings) {
        boolean isLow = batteryPercent
                < (batteryLowSince.isPresent() ? settings.recoveredBattery() : settings.lowBattery() + 1);
        boolean isOff = contact == Contact.NOT_WORN || (contact == Contact.UNKNOWN && notWornSince.isPresent());
        return new WatchHealth(
                device,
                mentee,
                batteryPercent,
                contact,
                statusAt,
                isLow ? batteryLowSince.or(() -> Optional.of(statusAt)) : Optional.empty(),
                isOff ? notWornSince.or(() -> Optional.of(statusAt)) : Optional.empty());
    }

    /** The events to tell of the way from then to this. */
    List<Object> since(WatchHealth then) {
        var events = new ArrayList<Object>();
        if (batteryLowSince.isPresent() != then.batteryLowSince.isPresent()) {
            events.add(
                    batteryLowSince.isPresent()
                            ? new BatteryRanLow(device, mentee, batteryPercent, statusAt)
                            : new BatteryRecovered(device, mentee, batteryPercent, statusAt));
        }
        if (notWornSince.isPresent() != then.notWornSince.isPresent()) {
            events.add(
                    notWornSince.isPresent()
                            ? new WatchTakenOff(device, mentee, statusAt)
                            : new WatchPutOn(device, mentee, statusAt));
        }
        return events;
    }
}
