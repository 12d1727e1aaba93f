package org.handrail.companion.menteepage;

import java.time.Instant;
import java.util.List;
import org.handrail.companion.people.Person;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.Pairings;
import org.springframework.stereotype.Component;

/** Finds a mentee's watches and says how they are doing. */
@Component
class OwnWatches {

    private final DeviceOverviews devices;
    private final Pairings pairings;

    OwnWatches(DeviceOverviews devices, Pairings pairings) {
        this.devices = devices;
        this.pairings = pairings;
    }

    List<OwnWatch> of(Person mentee, PlainTimes times, Instant now) {
        return devices.of(mentee.asMentee()).stream()
                .map(device -> new OwnWatch(
                        device.device().value(),
                        OwnWatch.nameOf(pairings.find(device.device())),
                        Wrist.of(device, times, now)))
                .toList();
    }
}
