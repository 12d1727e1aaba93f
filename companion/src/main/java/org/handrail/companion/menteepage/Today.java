package org.handrail.companion.menteepage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.TimeWindow;

/**
 * A mentee's day in plain words. What is not known is said to be unknown: of a day, and of each quarter of an hour of which
 * less than half is known.
 *
 * @param summary how much is known, and what was seen in it
 * @param quarters from midnight to midnight
 */
record Today(String summary, List<Stretch> stretches, List<Quarter> quarters) {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** What can be said of a quarter of an hour. */
    enum Quarter {
        USUAL,
        STRAINED,
        UNKNOWN,
        AHEAD
    }

    /**
     * @param when "21:10 to 21:55", or what is known of it
     * @param unheard which sensors said nothing
     */
    record Stretch(String when, String why, Optional<String> unheard) {}

    Today {
        stretches = List.copyOf(stretches);
        quarters = List.copyOf(quarters);
    }

    /** The local day that holds this instant. Two days of the year are not 24 hours long. */
    static TimeWindow dayOf(Instant now, ZoneId zone) {
        var date = now.atZone(zone).toLocalDate();
        return new TimeWindow(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    static Today of(List<MinuteRecord> minutes, List<RiskWindow> windows, ZoneId zone, Instant now) {
        var day = dayOf(now, zone);
        var times = new PlainTimes(zone, now);
        var stretches = windows.stream().map(window -> stretch(window, times)).toList();
        return new Today(
                summary(minutes, stretches.size(), Duration.between(day.start(), now)),
                stretches,
                quarters(minutes, windows, day, now));
    }

    private static String summary(List<MinuteRecord> minutes, int stretches, Duration passed) {
        var known = Duration.ofMinutes(minutes.stream()
                .map(MinuteRecord::state)
                .filter(MinuteState::isKnown)
                .count());
        if (known.isZero()) {
            return "Nothing is known of today yet. That says nothing about how you are.";
        }
        String seen = stretches == 0 ? "No strained stretch" : PlainTimes.counted(stretches, "strained stretch", "es");
        String of = seen + " in " + PlainTimes.length(known) + " of known time.";
        var unknown = passed.minus(known);
        if (unknown.toMinutes() < 1) {
            return of;
        }
        String rest = " The rest since midnight, " + PlainTimes.length(unknown) + ", is unknown";
        return known.compareTo(unknown) < 0
                ? of + rest + ", too much to say how the day was."
                : of + rest + ": the watch was off or out of touch, or you were moving.";
    }

    private static Stretch stretch(RiskWindow window, PlainTimes times) {
        String start = times.at(window.start());
        String when = window.end()
                .map(end -> times.span(window.start(), end)
                        + (window.ending().filter(how -> how == Ending.UNKNOWN).isPresent()
                                ? "; how it went on is unknown"
                                : ""))
                .or(() -> window.silentSince().map(silent -> "since " + start + "; unknown since " + times.at(silent)))
                .orElse("since " + start);
        return new Stretch(when, window.why().toTheMentee(), window.why().unheard());
    }

    private static List<Quarter> quarters(
            List<MinuteRecord> minutes, List<RiskWindow> windows, TimeWindow day, Instant now) {
        var quarters = new ArrayList<Quarter>();
        for (var start = day.start(); start.isBefore(day.end()); start = start.plus(QUARTER)) {
            quarters.add(quarter(minutes, windows, new TimeWindow(start, start.plus(QUARTER)), now));
        }
        return quarters;
    }

    private static Quarter quarter(
            List<MinuteRecord> minutes, List<RiskWindow> windows, TimeWindow quarter, Instant now) {
        if (!quarter.start().isBefore(now)) {
            return Quarter.AHEAD;
        }
        if (windows.stream().anyMatch(window -> strained(window, now).overlaps(quarter))) {
            return Quarter.STRAINED;
        }
        long known = minutes.stream()
                .filter(minute -> quarter.contains(minute.start()))
                .filter(minute -> minute.state().isKnown())
                .count();
        var passed = Duration.between(quarter.start(), now);
        long expected = Math.min(passed.toMinutes(), QUARTER.toMinutes());
        return known == 0 || known * 2 < expected ? Quarter.UNKNOWN : Quarter.USUAL;
    }

    private static TimeWindow strained(RiskWindow window, Instant now) {
        var end = window.silentSince().or(window::end).orElse(now);
        return new TimeWindow(window.start(), end.isBefore(window.start()) ? window.start() : end);
    }
}
