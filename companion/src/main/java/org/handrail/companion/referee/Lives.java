package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.alerts.Plan;
import org.handrail.alerts.QuietHours;
import org.handrail.alerts.SilenceMeans;
import org.handrail.devicesim.physiology.EpisodeRates;
import org.handrail.devicesim.physiology.LatentDays;
import org.handrail.devicesim.physiology.Population;
import org.handrail.devicesim.physiology.Reporting;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/**
 * Draws lives by seed: somebody of the simulator's population with hard stretches as often as it has them usually, in one of six
 * zones, four of which change their clocks in these weeks. Plans, ladders and outages are our choice: waiting times from one to
 * thirty minutes, silence tells the mentor for four in five, quiet hours from ten to seven for one in four, one to three steps, and every third week brings a network loss of
 * twenty minutes to six hours.
 */
final class Lives {

    /** A Monday, a week before clocks change in North America and four before they do in Europe. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Vienna"),
            ZoneId.of("America/New_York"),
            ZoneOffset.UTC,
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Europe/Dublin"));
    private static final int[] WAITING_MINUTES = {1, 3, 3, 3, 5, 10, 30};
    private static final double TELLS = 0.8;
    private static final QuietHours QUIET_HOURS = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final double WITH_QUIET_HOURS = 0.25;
    private static final double WEEKS_WITH_OUTAGE = 1 / 3.0;
    private static final long HOURS_IN_A_WEEK = 7 * 24;

    private final long seed;

    Lives(long seed) {
        this.seed = seed;
    }

    /** Whole weeks by the wearer's own midnights. */
    Life ofWeeks(int number, int weeks) {
        var random = randomOf(number);
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        var span = new TimeWindow(midnight(0, zone), midnight(7 * weeks, zone));
        return life(number, zone, span, EpisodeRates.USUAL, outages(span, weeks, random), random);
    }

    /** One evening in a zone that all share, with something in each of them. */
    Life ofEvening(int number, Duration from, Duration until) {
        var midnight = midnight(0, ZoneOffset.UTC);
        var span = new TimeWindow(midnight.plus(from), midnight.plus(until));
        var eventful = new EpisodeRates(21, 20);
        return life(number, ZoneOffset.UTC, span, eventful, List.of(), randomOf(number));
    }

    private Life life(
            int number,
            ZoneId zone,
            TimeWindow span,
            EpisodeRates rates,
            List<TimeWindow> outages,
            SplittableRandom random) {
        long person = random.nextLong();
        var device = new DeviceId("ref-" + number);
        var settings = new WearerSettings(
                device, person, zone, Population.person(person), List.of(), List.of(), List.of(), Reporting.USUAL);
        int days = Math.toIntExact(span.length().toDays()) + 2;
        var waiting = Duration.ofMinutes(WAITING_MINUTES[random.nextInt(WAITING_MINUTES.length)]);
        var silence = random.nextDouble() < TELLS ? SilenceMeans.TELL_MENTOR : SilenceMeans.LEAVE_IT;
        int steps = random.nextInt(1, 4);
        var quiet = Optional.of(QUIET_HOURS).filter(hours -> random.nextDouble() < WITH_QUIET_HOURS);
        return new Life(
                person,
                new MenteeId(new UUID(seed, number)),
                Population.dispositionOf(person),
                LatentDays.drawn(settings, FIRST, days, rates),
                new Plan(waiting, silence, quiet),
                steps,
                span,
                outages);
    }

    private static List<TimeWindow> outages(TimeWindow span, int weeks, SplittableRandom random) {
        var outages = new ArrayList<TimeWindow>();
        for (int week = 0; week < weeks; week++) {
            boolean comes = random.nextDouble() < WEEKS_WITH_OUTAGE;
            // Well inside the week, so that no two touch and none outlasts the span.
            long hour = random.nextLong(2, HOURS_IN_A_WEEK - 8);
            var start = span.start().plus(Duration.ofHours(week * HOURS_IN_A_WEEK + hour));
            var outage = new TimeWindow(start, start.plus(Duration.ofMinutes(random.nextInt(20, 360))));
            if (comes) {
                outages.add(outage);
            }
        }
        return outages;
    }

    private SplittableRandom randomOf(int number) {
        return new SplittableRandom(seed * 1_000_003 + number);
    }

    private static Instant midnight(int day, ZoneId zone) {
        return FIRST.plusDays(day).atStartOfDay(zone).toInstant();
    }
}
