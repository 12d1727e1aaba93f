package org.handrail.devicesim.physiology;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.Sleep;
import org.jspecify.annotations.Nullable;

/** What the wearer does in any minute since 1970. Plans are remembered only to save time; any thread may ask. */
final class Days {

    private static final int REMEMBERED = 8;
    private static final int CHARGES_LOOKED_BACK = 4;
    private static final int SLEEP_LOOKED_BACK_MINUTES = 16 * 60;

    private final WearerSettings settings;
    private final DayPlanner planner;
    private final Map<LocalDate, DayPlan> plans = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayPlan> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Most questions are about the minutes around the last one. */
    private volatile @Nullable DayPlan lastPlan;

    Days(WearerSettings settings, Draws draws) {
        this.settings = settings;
        this.planner = new DayPlanner(settings, draws);
    }

    Activity activityAt(long minute) {
        return planOf(minute).activityAt(minute);
    }

    Sleep.Stage stageAt(long minute) {
        return planOf(minute).stageAt(minute);
    }

    boolean isWornAt(long minute) {
        return planOf(minute).isWornAt(minute);
    }

    /** The waking day that this minute, or the night in which it lies, belongs to. */
    DayPlan.Waking wakingAround(long minute) {
        return planOf(minute).waking();
    }

    /** Of the sixteen hours before that minute. */
    int minutesAsleepBefore(long minute) {
        int asleep = 0;
        for (long at = minute - SLEEP_LOOKED_BACK_MINUTES; at < minute; at++) {
            asleep += stageAt(at) == Sleep.Stage.AWAKE ? 0 : 1;
        }
        return asleep;
    }

    /** Hours on the wearer's wall, 0 to 24. */
    double localHour(long minute) {
        var instant = Instant.ofEpochSecond(minute * 60);
        int offset = settings.zone().getRules().getOffset(instant).getTotalSeconds();
        return Math.floorMod(minute * 60 + offset, 86_400) / 3_600.0;
    }

    /** What the wearer's watch says of it; a life by a bare offset has no name in the IANA database. */
    Optional<ZoneId> zoneShown() {
        return Optional.of(settings.zone()).filter(zone -> DeviceStatus.isZone(zone.getId()));
    }

    /** Hours by the body's clock, which is the wall's but for a wearer who lives late or early. */
    double bodyHour(long minute) {
        return localHour(minute) - settings.traits().hoursLate();
    }

    /** The spell on the charger that this minute belongs to, or the last one before it. */
    Optional<DayPlan.Spell> lastCharging(long minute) {
        LocalDate date = localDate(minute);
        for (int back = 0; back < CHARGES_LOOKED_BACK; back++) {
            var charging = plan(date.minusDays(back)).charging().filter(spell -> spell.from() <= minute);
            if (charging.isPresent()) {
                return charging;
            }
        }
        return Optional.empty();
    }

    private DayPlan planOf(long minute) {
        var recent = lastPlan;
        if (recent != null && recent.covers(minute)) {
            return recent;
        }
        LocalDate date = localDate(minute);
        var plan = plan(date);
        var found = minute < plan.firstMinute() ? plan(date.minusDays(1)) : plan;
        lastPlan = found;
        return found;
    }

    private LocalDate localDate(long minute) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(minute * 60), settings.zone());
    }

    private synchronized DayPlan plan(LocalDate date) {
        var known = plans.get(date);
        if (known == null) {
            known = planner.plan(date);
            plans.put(date, known);
        }
        return known;
    }
}
