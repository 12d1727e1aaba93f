package org.handrail.devicesim.physiology;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import org.handrail.signals.TimeWindow;

/**
 * Draws what nobody sees: when a wearer is strained and when craving comes up, as labelled episodes. Strains come by day, at most
 * three, seated from half an hour before. Cravings come hour by hour while awake, thrice as often late in the evening
 * (chosen); less after a good night, by 8 % for each standard deviation of it (Freeman and Gottfredson 2018: β = −0.08 within
 * persons), and only a third more often in the three hours from a strain's start on, since stress is no robust trigger
 * (Preston 2018; Furnari 2015).
 */
public final class LatentDays {

    private static final int SEATED_BEFORE_S = 1_800;
    private static final int SEATED_AFTER_S = 900;
    private static final int NEAR_STRAIN_S = 3 * 3_600;
    private static final double NEAR_STRAIN = 1.3;
    private static final double SLEEP_EFFECT = -0.08;
    private static final double USUAL_SLEEP = 430;
    private static final double SLEEP_SPREAD = 45;
    private static final double WEIGHTED_HOURS = 22.5;

    private final WearerSettings settings;
    private final Draws draws;

    private LatentDays(WearerSettings settings) {
        this.settings = settings;
        this.draws = new Draws(settings.seed());
    }

    /** These settings with what those days bring, besides what they hold already. */
    public static WearerSettings drawn(WearerSettings settings, LocalDate first, int days, EpisodeRates rates) {
        var strained = new LatentDays(settings).withStrains(first, days, rates.strainsPerWeek() / 7);
        return new LatentDays(strained).withCravings(first, days, rates.cravingsPerWeek() / 7);
    }

    private WearerSettings withStrains(LocalDate first, int days, double perDay) {
        var calm = new Days(settings, draws);
        var strains = new ArrayList<>(settings.strains());
        var fixed = new ArrayList<>(settings.fixed());
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            for (int slot = 0; slot < 3; slot++) {
                var random = draws.at(Draws.Purpose.EPISODES, date.toEpochDay() * 3 + slot);
                boolean comes = random.nextDouble() < perDay / 3;
                Instant start = date.atTime(LocalTime.of(9 + 4 * slot, 30))
                        .atZone(settings.zone())
                        .toInstant()
                        .plusSeconds(60L * random.nextInt(0, 120));
                var window = new TimeWindow(start, start.plusSeconds(60L * random.nextInt(20, 61)));
                double strength = 0.7 + 0.6 * random.nextDouble();
                var seated = new TimeWindow(
                        window.start().minusSeconds(SEATED_BEFORE_S),
                        window.end().plusSeconds(SEATED_AFTER_S));
                if (comes && isAwake(calm, seated)) {
                    strains.add(new Strain(window, strength));
                    fixed.add(new Stretch(seated, Activity.SEATED));
                }
            }
        }
        return settings.withStrains(strains).withFixed(fixed);
    }

    private static boolean isAwake(Days days, TimeWindow window) {
        for (long minute = Hours.minute(window.start()); minute < Hours.minute(window.end()); minute++) {
            if (days.activityAt(minute) == Activity.SLEEP) {
                return false;
            }
        }
        return true;
    }

    private WearerSettings withCravings(LocalDate first, int days, double perDay) {
        var strained = new Days(settings, draws);
        var cravings = new ArrayList<>(settings.cravings());
        long start = Hours.minute(first.atStartOfDay(settings.zone()).toInstant());
        long end =
                Hours.minute(first.plusDays(days).atStartOfDay(settings.zone()).toInstant());
        Instant free = Instant.ofEpochSecond(start * 60);
        for (long hour = start; hour < end; hour += 60) {
            var random = draws.at(Draws.Purpose.EPISODES, ~hour);
            Instant begins = Instant.ofEpochSecond((hour + random.nextInt(60)) * 60);
            var window = new TimeWindow(begins, begins.plusSeconds(60L * random.nextInt(10, 31)));
            double strength = 0.4 + 0.6 * random.nextDouble();
            double expected = perDay * weight(strained.localHour(hour)) / WEIGHTED_HOURS * odds(strained, hour);
            boolean comes = random.nextDouble() < 1 - StrictMath.exp(-expected);
            if (comes && !begins.isBefore(free) && isAwake(strained, window)) {
                cravings.add(new Craving(window, strength));
                free = window.end();
            }
        }
        return settings.withCravings(cravings);
    }

    /** Sums to 22.5 over the waking hours of a usual day. */
    private static double weight(double hour) {
        return hour >= 20 ? 3 : hour >= 17 ? 1.5 : 0.9;
    }

    private double odds(Days days, long minute) {
        int slept = days.minutesAsleepBefore(days.wakingAround(minute).firstMinute());
        double night = StrictMath.exp(SLEEP_EFFECT * (slept - USUAL_SLEEP) / SLEEP_SPREAD);
        return night * (isNearStrain(Instant.ofEpochSecond(minute * 60)) ? NEAR_STRAIN : 1);
    }

    private boolean isNearStrain(Instant at) {
        return settings.strains().stream()
                .map(Strain::window)
                .anyMatch(window ->
                        new TimeWindow(window.start(), window.start().plusSeconds(NEAR_STRAIN_S)).contains(at));
    }
}
