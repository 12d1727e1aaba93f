package org.handrail.devicesim.physiology;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.Sleep;

/**
 * One waking day and the night after it, minute by minute since 1970, from getting up to getting up.
 *
 * @param waking the day as planned, from getting up to going to bed
 * @param activities what is done in each minute
 * @param stages how the night goes; {@code AWAKE} by day
 * @param charging when the device is on its charger, if it is that day
 * @param otherSpells when it lies about
 */
record DayPlan(
        Waking waking,
        List<Activity> activities,
        List<Sleep.Stage> stages,
        Optional<Spell> charging,
        List<Spell> otherSpells) {

    /** Off the wrist, in whole minutes, end excluded. */
    record Spell(long from, long to) {
        boolean contains(long minute) {
            return minute >= from && minute < to;
        }
    }

    /** From the minute of getting up on, for so many minutes. */
    record Waking(long firstMinute, int minutes) {}

    long firstMinute() {
        return waking.firstMinute();
    }

    boolean covers(long minute) {
        return minute >= firstMinute() && minute < firstMinute() + activities.size();
    }

    Activity activityAt(long minute) {
        return activities.get((int) (minute - firstMinute()));
    }

    Sleep.Stage stageAt(long minute) {
        return stages.get((int) (minute - firstMinute()));
    }

    boolean isWornAt(long minute) {
        if (charging.isPresent() && charging.get().contains(minute)) {
            return false;
        }
        for (Spell spell : otherSpells) {
            if (spell.contains(minute)) {
                return false;
            }
        }
        return true;
    }
}
