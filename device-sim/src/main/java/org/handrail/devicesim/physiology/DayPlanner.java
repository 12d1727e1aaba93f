package org.handrail.devicesim.physiology;

import static org.handrail.devicesim.physiology.Activity.DESK;
import static org.handrail.devicesim.physiology.Activity.EXERCISE;
import static org.handrail.devicesim.physiology.Activity.HOUSEHOLD;
import static org.handrail.devicesim.physiology.Activity.SEATED;
import static org.handrail.devicesim.physiology.Activity.SLEEP;
import static org.handrail.devicesim.physiology.Activity.WALKING;

import java.time.DayOfWeek;
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
 * Plans days: up around seven, the device on its charger meanwhile; desk with walks and chores until the afternoon's end,
 * exercise on two days in five, dinner, a quiet evening, bed around eleven. All lengths are chosen.
 */
final class DayPlanner {

    private static final double EXERCISE_DAYS = 0.4;
    private static final double DAYS_WITH_A_SPELL = 0.35;
    private static final long MARGIN_MINUTES = 30;

    private final WearerSettings settings;
    private final LaidNights laidNights;
    private final Draws draws;

    DayPlanner(WearerSettings settings, Draws draws) {
        this.settings = settings;
        this.laidNights = new LaidNights(settings);
        this.draws = draws;
    }

    DayPlan plan(LocalDate date) {
        long up = upAt(date);
        long bed = bedAt(date);
        int length = Math.toIntExact(upAt(date.plusDays(1)) - up);
        var activities = new Activity[length];
        Arrays.fill(activities, SLEEP);
        fillDay(activities, Math.toIntExact(bed - up), draws.at(Draws.Purpose.DAY, date.toEpochDay()), date);
        settings.fixed().forEach(stretch -> lay(stretch, up, activities));
        var stages = new Sleep.Stage[length];
        Arrays.fill(stages, Sleep.Stage.AWAKE);
        Hypnogram.fill(stages, Math.toIntExact(bed - up), draws.at(Draws.Purpose.NIGHT, date.toEpochDay()));
        var random = draws.at(Draws.Purpose.SPELLS, date.toEpochDay());
        long charger = up + between(random, 8, 20);
        return new DayPlan(
                up,
                List.of(activities),
                List.of(stages),
                Optional.of(new DayPlan.Spell(charger, charger + between(random, 35, 50)))
                        .filter(this::isFree),
                otherSpells(random, date));
    }

    long upAt(LocalDate date) {
        var laid = laidNights.endingOn(date);
        if (laid.isPresent()) {
            return minute(laid.get().end());
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        var random = draws.at(Draws.Purpose.NIGHT, ~date.toEpochDay());
        return minute(date, LocalTime.of(6, 30)) + between(random, 0, 60) + (weekend ? 60 : 0);
    }

    private long bedAt(LocalDate date) {
        var laid = laidNights.endingOn(date.plusDays(1));
        if (laid.isPresent()) {
            return minute(laid.get().start());
        }
        var random = draws.at(Draws.Purpose.SPELLS, ~date.toEpochDay());
        return minute(date, LocalTime.of(22, 30)) + between(random, 0, 75);
    }

    private void fillDay(Activity[] day, int bed, SplittableRandom random, LocalDate date) {
        int at = put(day, 0, HOUSEHOLD, between(random, 40, 60), bed);
        at = put(day, at, WALKING, between(random, 8, 20), bed);
        int afternoonEnds = Math.toIntExact(minute(date, LocalTime.of(17, 0)) - upAt(date));
        while (at < afternoonEnds) {
            at = put(day, at, DESK, between(random, 45, 110), bed);
            at = put(day, at, random.nextBoolean() ? WALKING : HOUSEHOLD, between(random, 4, 16), bed);
        }
        if (random.nextDouble() < EXERCISE_DAYS) {
            at = put(day, at, EXERCISE, between(random, 25, 45), bed);
        }
        at = put(day, at, HOUSEHOLD, between(random, 25, 45), bed);
        while (at < bed) {
            at = put(day, at, SEATED, between(random, 45, 90), bed);
            at = put(day, at, HOUSEHOLD, between(random, 3, 8), bed);
        }
    }

    private static int put(Activity[] day, int from, Activity activity, int length, int bed) {
        int to = Math.min(from + length, bed);
        if (from < to) {
            Arrays.fill(day, from, to, activity);
        }
        return Math.max(from, to);
    }

    private static void lay(Stretch stretch, long up, Activity[] day) {
        long from = Math.max(0, minute(stretch.window().start()) - up);
        long to = Math.min(day.length, minute(stretch.window().end()) - up);
        for (long at = from; at < to; at++) {
            day[(int) at] = stretch.activity();
        }
    }

    private List<DayPlan.Spell> otherSpells(SplittableRandom random, LocalDate date) {
        var spells = new ArrayList<DayPlan.Spell>();
        if (random.nextDouble() < DAYS_WITH_A_SPELL) {
            long from = minute(date, LocalTime.NOON) + between(random, 0, 7 * 60);
            spells.add(new DayPlan.Spell(from, from + between(random, 15, 40)));
        }
        spells.removeIf(spell -> !isFree(spell));
        return spells;
    }

    /** What a scenario lays down is worn, and so is the half hour before it. */
    private boolean isFree(DayPlan.Spell spell) {
        var window = new TimeWindow(
                Instant.ofEpochSecond(spell.from() * 60), Instant.ofEpochSecond((spell.to() + MARGIN_MINUTES) * 60));
        return settings.fixed().stream().noneMatch(stretch -> stretch.window().overlaps(window))
                && settings.strains().stream()
                        .noneMatch(strain -> strain.window().overlaps(window));
    }

    private long minute(LocalDate date, LocalTime time) {
        return minute(date.atTime(time).atZone(settings.zone()).toInstant());
    }

    private static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    private static int between(SplittableRandom random, int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
