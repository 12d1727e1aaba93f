package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.signals.TimeWindow;

/**
 * Strained stretches of days gone by: on some days one of 20 to 45 minutes between ten and half past eight, seated since an
 * hour before. A day's stretch depends on the seed and the date alone.
 */
final class PastStrains {

    private static final Duration SEATED_BEFORE = Duration.ofMinutes(60);
    private static final Duration SEATED_AFTER = Duration.ofMinutes(15);

    private PastStrains() {}

    /** Those that are over when the evening begins. */
    static List<Strain> before(TimeWindow evening, int days, ZoneId zone, long seed, double shareOfDays) {
        var strains = new ArrayList<Strain>();
        LocalDate today = LocalDate.ofInstant(evening.start(), zone);
        for (LocalDate date = today.minusDays(days); !date.isAfter(today); date = date.plusDays(1)) {
            var random = new SplittableRandom(seed * 1_000_003 + date.toEpochDay());
            boolean strained = random.nextDouble() < shareOfDays;
            Instant start =
                    date.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant().plusSeconds(60L * random.nextInt(0, 630));
            Instant end = start.plusSeconds(60L * random.nextInt(20, 46));
            double strength = 0.7 + 0.6 * random.nextDouble();
            if (strained && end.plus(SEATED_AFTER).isBefore(evening.start())) {
                strains.add(new Strain(new TimeWindow(start, end), strength));
            }
        }
        return strains;
    }

    static Stretch seatedAround(Strain strain) {
        var window = strain.window();
        return new Stretch(
                new TimeWindow(window.start().minus(SEATED_BEFORE), window.end().plus(SEATED_AFTER)), Activity.SEATED);
    }
}
