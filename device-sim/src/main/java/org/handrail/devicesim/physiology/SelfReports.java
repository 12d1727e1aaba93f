package org.handrail.devicesim.physiology;

import static org.handrail.signals.SelfReport.Subject.CRAVING;
import static org.handrail.signals.SelfReport.Subject.MOOD;
import static org.handrail.signals.SelfReport.Subject.SLEEP_QUALITY;
import static org.handrail.signals.SelfReport.Subject.STRESS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.handrail.devicesim.Occurrence;
import org.handrail.signals.SelfReport;
import org.handrail.signals.StreamKind;

/**
 * What the wearer says of the moment, drawn from what is so in it: of the night soon after it, of craving and stress when the
 * watch asks, and of some cravings unasked. A level is what is so plus a personal error, rounded; where its middle lies for
 * stress, mood and sleep is chosen.
 */
final class SelfReports {

    private static final int SECONDS_APART = 15;
    private static final int GOOD_NIGHT_MINUTES = 450;

    private final WearerSettings settings;
    private final Days days;
    private final StrainCourse strain;
    private final CravingCourse craving;
    private final Draws draws;

    SelfReports(WearerSettings settings, Days days, StrainCourse strain, CravingCourse craving, Draws draws) {
        this.settings = settings;
        this.days = days;
        this.strain = strain;
        this.craving = craving;
        this.draws = draws;
    }

    /** What is said in this minute. */
    List<Occurrence> at(long minute) {
        if (settings.reporting().equals(Reporting.NONE)) {
            return List.of();
        }
        var random = draws.at(Draws.Purpose.REPORTS, minute);
        boolean isAnswered = random.nextDouble() < settings.reporting().answered();
        boolean isFree = days.activityAt(minute) != Activity.SLEEP && days.activityAt(minute) != Activity.EXERCISE;
        if (!isAnswered || !isFree) {
            return List.of();
        }
        var said = new ArrayList<SelfReport>();
        var due = due(days.wakingAround(minute), minute);
        if (due.contains(SLEEP_QUALITY)) {
            said.add(
                    report(SLEEP_QUALITY, sleepQuality(days.wakingAround(minute).firstMinute()), random));
        }
        if (due.contains(CRAVING) || tellsOfItself(minute)) {
            said.add(report(CRAVING, craving.level(minute * 60.0), random));
        }
        if (due.contains(STRESS)) {
            said.add(report(STRESS, 1.5 + 6 * strain.heart(minute * 60.0), random));
        }
        if (due.contains(MOOD)) {
            double lowered = 3 * strain.skin(minute * 60.0) + 0.3 * craving.level(minute * 60.0);
            said.add(report(MOOD, 7.5 - lowered, random));
        }
        return told(minute, said);
    }

    /** What the watch asks in that minute of the day: check-ins stand one in each equal part of it. */
    private List<SelfReport.Subject> due(DayPlan.Waking waking, long minute) {
        var due = new ArrayList<SelfReport.Subject>();
        var random = draws.at(Draws.Purpose.REPORTS, ~waking.firstMinute());
        if (minute == waking.firstMinute() + random.nextInt(60, 90)) {
            due.add(SLEEP_QUALITY);
        }
        int asked = settings.reporting().checkInsPerDay();
        for (int i = 0; i < asked; i++) {
            double place = (i + 0.1 + 0.8 * random.nextDouble()) / asked;
            if (minute == waking.firstMinute() + (long) (place * waking.minutes())) {
                due.addAll(i == asked - 1 ? List.of(CRAVING, STRESS, MOOD) : List.of(CRAVING, STRESS));
            }
        }
        return due;
    }

    private boolean tellsOfItself(long minute) {
        return settings.cravings().stream().anyMatch(one -> {
            long start = Hours.minute(one.window().start());
            var random = draws.at(Draws.Purpose.REPORTS, start ^ Long.MIN_VALUE);
            return random.nextBoolean() && minute == start + random.nextInt(4, 10);
        });
    }

    /** 10 after seven and a half hours of sleep; a point less for each half hour that is missing. */
    private double sleepQuality(long up) {
        return 10 - Math.max(0, GOOD_NIGHT_MINUTES - days.minutesAsleepBefore(up)) / 30.0;
    }

    private SelfReport report(SelfReport.Subject subject, double level, SplittableRandom random) {
        double said = level + settings.reporting().spread() * Draws.gaussian(random);
        return new SelfReport(subject, (int) Math.round(Math.min(10, Math.max(0, said))));
    }

    /** One after the other, since two of one stream cannot be complete at the same instant. */
    private static List<Occurrence> told(long minute, List<SelfReport> said) {
        var told = new ArrayList<Occurrence>();
        for (int i = 0; i < said.size(); i++) {
            Instant at = Instant.ofEpochSecond(minute * 60 + (long) i * SECONDS_APART);
            told.add(new Occurrence(StreamKind.SELF_REPORT, at, at, said.get(i)));
        }
        return told;
    }
}
