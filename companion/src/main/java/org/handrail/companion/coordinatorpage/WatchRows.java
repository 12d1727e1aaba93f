package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.WatchClock;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.WatchConnection;
import org.springframework.stereotype.Component;

/** Writes out every paired watch: how it is doing, and what it sent that was not taken. */
@Component
class WatchRows {

    private static final long FAST_FROM_SECONDS = 30;

    /** A watch that gathers samples for a while before it sends is not slow. */
    private static final long SLOW_FROM_SECONDS = 300;

    private final DeviceOverviews devices;
    private final OpenRows names;
    private final People people;
    private final Clock clock;

    WatchRows(DeviceOverviews devices, OpenRows names, People people, Clock clock) {
        this.devices = devices;
        this.names = names;
        this.people = people;
        this.clock = clock;
    }

    List<WatchRow> forCoordinator(Person coordinator) {
        var times = new PlainTimes(coordinator.zone(), clock.instant());
        return people.inRole(Role.MENTEE).stream()
                .flatMap(mentee -> devices.of(mentee.asMentee()).stream()
                        .map(device -> row(names.nameFor(mentee.asMentee(), coordinator), device, times)))
                .toList();
    }

    static WatchRow row(String who, DeviceOverview device, PlainTimes times) {
        String heard =
                device.lastReceivedAt().map(at -> "heard " + times.ago(at)).orElse("not heard yet");
        String battery = device.status()
                .map(status -> "; battery " + status.batteryPercent() + " %")
                .orElse("");
        String away = device.condition()
                .connection()
                .filter(connected -> connected.state() == WatchConnection.OFFLINE)
                .map(connected -> "; not connected since " + times.at(connected.since()))
                .orElse("");
        var notes = new ArrayList<String>();
        device.condition().missing().filter(frames -> frames > 0).ifPresent(frames -> notes.add(missing(frames)));
        device.condition().clock().flatMap(WatchRows::clock).ifPresent(notes::add);
        notes.addAll(refused(device.refusals()));
        return new WatchRow(who, device.device().value(), heard + battery + away, notes);
    }

    private static String missing(long frames) {
        return PlainTimes.counted(frames, "message") + " missing so far of those that it counted";
    }

    private static Optional<String> clock(WatchClock clock) {
        long seconds = clock.ahead().toSeconds();
        if (seconds >= FAST_FROM_SECONDS) {
            return Optional.of("its clock is " + PlainTimes.counted(seconds, "second") + " fast");
        }
        // Only after some hours is it likely that at least one frame came without delay.
        boolean isSlow = -seconds >= SLOW_FROM_SECONDS && clock.driftPpm().isPresent();
        return isSlow
                ? Optional.of("its clock is " + PlainTimes.counted(-seconds / 60, "minute") + " slow, or it sends late")
                : Optional.empty();
    }

    /** The most frequent first. */
    private static List<String> refused(Map<RefusalReason, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<RefusalReason, Long>comparingByValue().reversed())
                .map(entry -> PlainTimes.counted(entry.getValue(), "message") + " not taken: " + words(entry.getKey()))
                .toList();
    }

    private static String words(RefusalReason reason) {
        return switch (reason) {
            case UNKNOWN_TOPIC -> "sent to an address that is not known";
            case UNKNOWN_STREAM -> "of a kind that is not known";
            case TOO_LARGE -> "too large";
            case UNKNOWN_FORMAT -> "not of the kind that they said they were";
            case MALFORMED -> "could not be read";
            case UNKNOWN_VERSION -> "in a version that is not spoken here";
            case NOT_PAIRED -> "sent while the watch was not paired";
            case NO_CONSENT -> "the mentee does not agree to be measured";
            case IMPLAUSIBLE -> "figures that no wrist can show";
            case FROM_THE_FUTURE -> "dated ahead; the clock of the watch may be fast";
            case TOO_OLD -> "older than what is taken";
            case TOO_MANY -> "more than the watch can have measured";
            case COUNTER_REUSED -> "numbered as earlier ones; the watch has lost its count, pair it anew";
        };
    }
}
