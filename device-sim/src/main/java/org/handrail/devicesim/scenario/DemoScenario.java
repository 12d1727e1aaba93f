package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;

/**
 * Wearers with some days of past and one evening each. The past is sent as backlog, the rest live:
 *
 * <pre>{@code
 * var scenario = DemoScenario.startingAt(now, zone, 14);
 * var hard = scenario.wearer(device, seed, Traits.typical(), scenario.hardEvening(Duration.ofMinutes(-10), Duration.ofMinutes(45)));
 * hard.frames(scenario.history(), FrameCutter.BACKLOG).forEach(...);
 * hard.frames(new TimeWindow(scenario.history().end(), later), FrameCutter.LIVE).forEach(...);
 * }</pre>
 *
 * @param now the minute in which the past ends and live begins
 * @param zone where the wearers live
 * @param historyDays days of past
 * @param strainedDays share of the past days with one strained stretch, 0 to 1
 */
public record DemoScenario(Instant now, ZoneId zone, int historyDays, double strainedDays) {

    private static final double SOME_DAYS = 0.3;
    private static final LocalTime EVENING = LocalTime.of(20, 30);

    public DemoScenario {
        now = now.truncatedTo(ChronoUnit.MINUTES);
        if (historyDays < 0 || historyDays > 366) {
            throw new IllegalArgumentException("A scenario has 0 to 366 days of past");
        }
        if (!(strainedDays >= 0 && strainedDays <= 1)) {
            throw new IllegalArgumentException("A share of days is 0 to 1");
        }
    }

    /** With a strained stretch on three past days in ten. */
    public static DemoScenario startingAt(Instant now, ZoneId zone, int historyDays) {
        return new DemoScenario(now, zone, historyDays, SOME_DAYS);
    }

    /** A zone in which it is about half past eight in the evening now, for a demo that is started at any hour. */
    public static ZoneId zoneOfEvening(Instant now) {
        int utcSeconds = now.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        int ahead = (int) Math.round((EVENING.toSecondOfDay() - utcSeconds) / 3_600.0);
        return ZoneOffset.ofHours(ahead > 14 ? ahead - 24 : ahead);
    }

    /** The past, up to now. */
    public TimeWindow history() {
        return new TimeWindow(now.minus(Duration.ofDays(historyDays)), now);
    }

    public Evening calmEvening() {
        return Evening.calm(now);
    }

    /** @param startsAfter when the strain begins, counted from now; negative for before it */
    public Evening hardEvening(Duration startsAfter, Duration lasts) {
        return hardEvening(startsAfter, lasts, 1);
    }

    /** @param strength 0.7 to 1.3; 1 is what strain does to the wearer on average */
    public Evening hardEvening(Duration startsAfter, Duration lasts, double strength) {
        return Evening.hard(now, startsAfter, lasts, strength);
    }

    public ScenarioWearer wearer(DeviceId device, long seed, Traits traits, Evening evening) {
        var strains = new ArrayList<>(PastStrains.before(evening.span(), historyDays, zone, seed, strainedDays));
        var fixed = new ArrayList<Stretch>();
        strains.forEach(strain -> fixed.add(PastStrains.seatedAround(strain)));
        fixed.add(evening.seated());
        strains.addAll(evening.strains());
        return new ScenarioWearer(new Wearer(new WearerSettings(device, seed, zone, traits, strains, fixed)), evening);
    }
}
