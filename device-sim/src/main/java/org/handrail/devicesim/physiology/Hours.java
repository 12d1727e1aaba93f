package org.handrail.devicesim.physiology;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SplittableRandom;

/**
 * When a wearer gets up and goes to bed, as minutes since 1970: up around seven, an hour later at the weekend, in bed around
 * eleven, all of it later or earlier by the wearer's nature; after a night's work in bed around eight, up again in the afternoon,
 * earlier before a day off; or as a scenario lays it down. All chosen.
 */
final class Hours {

    private final WearerSettings settings;
    private final Rota rota;
    private final long late;
    private final LaidNights laidNights;
    private final Draws draws;

    Hours(WearerSettings settings, Draws draws) {
        this.settings = settings;
        this.rota = settings.traits().rota();
        this.late = Math.round(60 * settings.traits().hoursLate());
        this.laidNights = new LaidNights(settings);
        this.draws = draws;
    }

    long up(LocalDate date) {
        var laid = laidNights.endingOn(date);
        if (laid.isPresent()) {
            return minute(laid.get().end());
        }
        var random = draws.at(Draws.Purpose.NIGHT, ~date.toEpochDay());
        if (rota.isNight(date.minusDays(1))) {
            var time = rota.isNight(date) ? LocalTime.of(14, 30) : LocalTime.of(12, 30);
            return minute(date, time) + within(random, 60);
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return minute(date, LocalTime.of(6, 30)) + within(random, 60) + (weekend ? 60 : 0) + late;
    }

    long bed(LocalDate date) {
        var laid = laidNights.endingOn(date.plusDays(1));
        if (laid.isPresent()) {
            return minute(laid.get().start());
        }
        var random = draws.at(Draws.Purpose.SPELLS, ~date.toEpochDay());
        return rota.isNight(date)
                ? minute(date.plusDays(1), LocalTime.of(7, 15)) + within(random, 60)
                : minute(date, LocalTime.of(22, 30)) + within(random, 75) + late;
    }

    /** That minute on the wearer's wall. */
    long minute(LocalDate date, LocalTime time) {
        return minute(date.atTime(time).atZone(settings.zone()).toInstant());
    }

    static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    private static int within(SplittableRandom random, int minutes) {
        return random.nextInt(minutes + 1);
    }
}
