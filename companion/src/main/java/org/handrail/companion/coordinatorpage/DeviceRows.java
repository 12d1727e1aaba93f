package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;
import org.springframework.stereotype.Component;

/** Finds the devices that are silent or low on battery. */
@Component
class DeviceRows {

    private static final Duration SILENT_AFTER = Duration.ofMinutes(30);
    private static final int LOW_BATTERY_PERCENT = 20;

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
        var now = clock.instant();
        var times = new PlainTimes(coordinator.zone(), now);
        if (device.lastReceivedAt().isEmpty()) {
            return Optional.of("never heard from");
        }
        Optional<String> silent = device.lastReceivedAt()
                .filter(at -> at.isBefore(now.minus(SILENT_AFTER)))
                .map(at -> "silent since " + times.at(at));
        Optional<String> low = device.status()
                .filter(status -> status.batteryPercent() < LOW_BATTERY_PERCENT)
                .map(status -> "battery " + status.batteryPercent() + " %");
        if (silent.isPresent() && low.isPresent()) {
            return Optional.of(silent.get() + "; " + low.get());
        }
        return silent.or(() -> low);
    }
}
