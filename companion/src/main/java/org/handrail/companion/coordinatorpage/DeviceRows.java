package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverview;
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
        return people.inRole(Role.MENTEE).stream()
                .flatMap(mentee -> devices.of(mentee.asMentee()).stream()
                        .flatMap(device -> concern(device, coordinator)
                                .map(what -> new DeviceRow(
                                        names.nameFor(mentee.asMentee(), coordinator),
                                        device.device().value(),
                                        what))
                                .stream()))
                .toList();
    }

    private Optional<String> concern(DeviceOverview device, Person coordinator) {
        if (device.lastReceivedAt().isEmpty()) {
            return Optional.of("never heard from");
        }
        var times = new PlainTimes(coordinator.zone(), clock.instant());
        var condition = device.condition();
        var concerns = new ArrayList<String>();
        SilentStreams.inWords(condition.silent(), times).ifPresent(concerns::add);
        condition.batteryLowSince().ifPresent(since -> concerns.add(battery(device) + "low since " + times.at(since)));
        condition.notWornSince().ifPresent(since -> concerns.add("not on a wrist since " + times.at(since)));
        return concerns.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", concerns));
    }

    private static String battery(DeviceOverview device) {
        return "battery "
                + device.status()
                        .map(status -> status.batteryPercent() + " %, ")
                        .orElse("");
    }
}
