package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.Occurrence;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.Sleep;
import org.handrail.signals.StreamKind;

/**
 * What the device says of itself and of the night: its state every ten minutes, the night five minutes after it. The battery
 * gives 2.2 % an hour and is filled on the charger (chosen).
 */
final class Notices {

    private static final int STATUS_EVERY_MINUTES = 10;
    private static final int NIGHT_KNOWN_AFTER_MINUTES = 5;
    private static final int LONGEST_NIGHT_MINUTES = 14 * 60;
    private static final int SHORTEST_NIGHT_MINUTES = 60;
    private static final double PERCENT_AN_HOUR = 2.2;
    private static final int LOWEST_PERCENT = 3;
    private static final String FIRMWARE = "sim-1";

    private final Days days;

    Notices(Days days) {
        this.days = days;
    }

    /** What is told at the start of this minute. */
    List<Occurrence> at(long minute) {
        var told = new ArrayList<Occurrence>();
        if (Math.floorMod(minute, STATUS_EVERY_MINUTES) == 0) {
            var contact = days.isWornAt(minute) ? DeviceStatus.Contact.WORN : DeviceStatus.Contact.NOT_WORN;
            var status = new DeviceStatus(batteryPercent(minute), contact, FIRMWARE, days.zoneShown());
            told.add(new Occurrence(StreamKind.DEVICE_STATUS, start(minute), start(minute), status));
        }
        nightBefore(minute - NIGHT_KNOWN_AFTER_MINUTES)
                .ifPresent(sleep -> told.add(new Occurrence(
                        StreamKind.SLEEP,
                        start(minute - NIGHT_KNOWN_AFTER_MINUTES).minus(sleep.span()),
                        start(minute),
                        sleep)));
        return told;
    }

    int batteryPercent(long minute) {
        var charging = days.lastCharging(minute);
        if (charging.isEmpty()) {
            return LOWEST_PERCENT;
        }
        var spell = charging.get();
        if (spell.contains(minute)) {
            double before = batteryPercent(spell.from() - 1);
            double share = (minute - spell.from()) / (double) (spell.to() - spell.from());
            return (int) Math.round(before + (100 - before) * share);
        }
        return (int) Math.max(LOWEST_PERCENT, Math.round(100 - PERCENT_AN_HOUR * (minute - spell.to()) / 60.0));
    }

    /** The night that ended with the beginning of this minute, if one did. */
    private Optional<Sleep> nightBefore(long up) {
        if (days.activityAt(up) == Activity.SLEEP || days.activityAt(up - 1) != Activity.SLEEP) {
            return Optional.empty();
        }
        var backwards = new ArrayList<Sleep.Phase>();
        long minute = up - 1;
        while (days.activityAt(minute) == Activity.SLEEP && up - minute <= LONGEST_NIGHT_MINUTES) {
            var stage = days.stageAt(minute);
            long end = minute + 1;
            while (days.activityAt(minute) == Activity.SLEEP
                    && days.stageAt(minute) == stage
                    && up - minute <= LONGEST_NIGHT_MINUTES) {
                minute--;
            }
            backwards.add(new Sleep.Phase(stage, Duration.ofMinutes(end - minute - 1)));
        }
        if (up - minute - 1 < SHORTEST_NIGHT_MINUTES) {
            return Optional.empty();
        }
        Collections.reverse(backwards);
        return Optional.of(new Sleep(backwards));
    }

    private static Instant start(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
