package org.handrail.devicesim.physiology;

import static org.handrail.devicesim.physiology.Activity.DESK;
import static org.handrail.devicesim.physiology.Activity.EXERCISE;
import static org.handrail.devicesim.physiology.Activity.SLEEP;
import static org.handrail.devicesim.physiology.Activity.STANDING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.handrail.signals.Sleep;
import org.handrail.signals.TimeWindow;

/**
 * Plans days: a waking day by the wearer's rota, with spells on the feet at the desk and perhaps a nap, what a scenario lays over
 * it, and how each sleep goes. The device is on its charger after getting up. All lengths and shares are chosen.
 */
final class DayPlanner {

    private static final double DAYS_WITH_A_SPELL = 0.35;
    private static final double DESKS_LEFT_STANDING = 0.4;
    private static final long MARGIN_MINUTES = 30;

    private final WearerSettings settings;
    private final Hours hours;
    private final Nights nights;
    private final Draws draws;

    DayPlanner(WearerSettings settings, Draws draws) {
        this.settings = settings;
        this.hours = new Hours(settings, draws);
        this.nights = new Nights(settings, draws);
        this.draws = draws;
    }

    DayPlan plan(LocalDate date) {
        long up = hours.up(date);
        int bed = Math.toIntExact(hours.bed(date) - up);
        var activities = new Activity[Math.toIntExact(hours.up(date.plusDays(1)) - up)];
        Arrays.fill(activities, SLEEP);
        fillDay(activities, bed, up, date);
        stand(activities, draws.at(Draws.Purpose.STANDING, date.toEpochDay()));
        nap(activities, bed, up, date);
        settings.fixed().forEach(stretch -> lay(stretch, up, activities));
        Sleep.Stage[] stages = nights.stages(up, activities);
        var random = draws.at(Draws.Purpose.SPELLS, date.toEpochDay());
        long charger = up + between(random, 8, 20);
        return new DayPlan(
                new DayPlan.Waking(up, bed),
                List.of(activities),
                List.of(stages),
                Optional.of(new DayPlan.Spell(charger, charger + between(random, 35, 50)))
                        .filter(this::isFree),
                otherSpells(random, date, up, activities));
    }

    private void fillDay(Activity[] activities, int bed, long up, LocalDate date) {
        var day = new WakingDay(activities, bed, draws.at(Draws.Purpose.DAY, date.toEpochDay()));
        if (settings.traits().rota().isNight(date)) {
            day.ofNightWork(
                    Math.toIntExact(hours.minute(date, LocalTime.of(21, 15)) - up),
                    Math.toIntExact(hours.minute(date.plusDays(1), LocalTime.of(6, 0)) - up));
        } else {
            day.ofDayWork(Math.toIntExact(hours.minute(date, LocalTime.of(17, 0)) - up));
        }
    }

    /** Some stretches at the desk are left for a while on the feet. */
    private static void stand(Activity[] day, SplittableRandom random) {
        for (int at = 1; at < day.length; at++) {
            if (day[at] == DESK && day[at - 1] != DESK && random.nextDouble() < DESKS_LEFT_STANDING) {
                int from = at + between(random, 10, 30);
                int to = from + between(random, 4, 15);
                for (int minute = from; minute < Math.min(to, day.length); minute++) {
                    day[minute] = day[minute] == DESK ? STANDING : day[minute];
                }
            }
        }
    }

    /** After lunch on some days; in the evening before the first of some nights at work. */
    private void nap(Activity[] day, int bed, long up, LocalDate date) {
        var random = draws.at(Draws.Purpose.NAPS, date.toEpochDay());
        boolean before = settings.traits().rota().isFirstNight(date);
        if (random.nextDouble() >= (before ? 0.7 : settings.traits().napsPerWeek() / 7)) {
            return;
        }
        int earliest = Math.toIntExact(hours.minute(date, LocalTime.of(before ? 17 : 13, 0)) - up);
        int from = earliest + between(random, 0, 120);
        int to = from + (before ? between(random, 60, 110) : between(random, 20, 90));
        boolean fits =
                from > 0 && to + 60 < bed && !List.of(day).subList(from, to).contains(EXERCISE);
        if (fits) {
            Arrays.fill(day, from, to, SLEEP);
        }
    }

    private static void lay(Stretch stretch, long up, Activity[] day) {
        long from = Math.max(0, Hours.minute(stretch.window().start()) - up);
        long to = Math.min(day.length, Hours.minute(stretch.window().end()) - up);
        for (long at = from; at < to; at++) {
            day[(int) at] = stretch.activity();
        }
    }

    private List<DayPlan.Spell> otherSpells(SplittableRandom random, LocalDate date, long up, Activity[] day) {
        var spells = new ArrayList<DayPlan.Spell>();
        if (random.nextDouble() < DAYS_WITH_A_SPELL) {
            long from = hours.minute(date, LocalTime.NOON) + between(random, 0, 7 * 60);
            spells.add(new DayPlan.Spell(from, from + between(random, 15, 40)));
        }
        spells.removeIf(spell -> !isFree(spell) || spell.from() < up || isAsleepIn(spell, up, day));
        return spells;
    }

    private static boolean isAsleepIn(DayPlan.Spell spell, long up, Activity[] day) {
        return Arrays.asList(day)
                .subList((int) (spell.from() - up), (int) Math.min(day.length, spell.to() - up))
                .contains(SLEEP);
    }

    /** What a scenario lays down is worn, and so is the half hour before it. */
    private boolean isFree(DayPlan.Spell spell) {
        var window = new TimeWindow(
                Instant.ofEpochSecond(spell.from() * 60), Instant.ofEpochSecond((spell.to() + MARGIN_MINUTES) * 60));
        return settings.fixed().stream().noneMatch(stretch -> stretch.window().overlaps(window))
                && settings.strains().stream()
                        .noneMatch(strain -> strain.window().overlaps(window));
    }

    private static int between(SplittableRandom random, int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
