package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import java.util.List;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverviews;
import org.springframework.stereotype.Component;

/** Finds the devices that are silent, low on battery or not worn. */
@Component
class DeviceRows {

    private final DeviceOverviews devices;
    private final OpenRows names;
    private final People people;
    private final Clock clock;

    DeviceRows(DeviceOverviews devices, OpenRows names, People people, Clock clock) {
        this.devices = devices;
        this.names = names;
        this.people = people;
        this.clock = clock;
    }

    List<DeviceRow> forCoordinator(Person coordinator) {
        var times = new PlainTimes(coordinator.zone(), clock.instant());
        return people.inRole(Role.MENTEE).stream()
                .flatMap(mentee -> devices.of(mentee.asMentee()).stream()
                        .flatMap(device -> Concerns.of(device, times)
                                .map(what -> new DeviceRow(
                                        names.nameFor(mentee.asMentee(), coordinator),
                                        device.device().value(),
                                        what))
                                .stream()))
                .toList();
    }
}
