package org.handrail.companion.clinicianpage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.Night;
import org.handrail.analytics.RiskWindow;
import org.handrail.signals.TimeWindow;

/**
 * Minutes rolled up to local days. A day has as many minutes as its clock shows, so 23 or 25 hours twice a year; a day
 * without any minute is there, with nothing known.
 */
record Trend(List<DayTrend> days) {

    Trend {
        days = List.copyOf(days);
    }

    /** The last so many local days, today among them, up to now. */
    static TimeWindow spanOf(int days, ZoneId zone, Instant now) {
        var first = now.atZone(zone).toLocalDate().minusDays(days - 1L);
        return new TimeWindow(first.atStartOfDay(zone).toInstant(), now);
    }

    static LocalDate first(TimeWindow span, ZoneId zone) {
        return dateOf(span.start(), zone);
    }

    static LocalDate last(TimeWindow span, ZoneId zone) {
        return dateOf(span.end(), zone);
    }

    static Trend of(
            List<MinuteRecord> minutes, List<Night> nights, List<RiskWindow> windows, TimeWindow span, ZoneId zone) {
        var byDate = nights.stream().collect(Collectors.toMap(Night::date, night -> night));
        Map<LocalDate, List<MinuteRecord>> byDay = new HashMap<>();
        for (var minute : minutes) {
            byDay.computeIfAbsent(dateOf(minute.start(), zone), day -> new ArrayList<>())
                    .add(minute);
        }
        var days = new ArrayList<DayTrend>();
        var last = last(span, zone);
        for (var day = first(span, zone); !day.isAfter(last); day = day.plusDays(1)) {
            days.add(day(
                    day,
                    byDay.getOrDefault(day, List.of()),
                    Optional.ofNullable(byDate.get(day)),
                    windows,
                    span,
                    zone));
        }
        return new Trend(days);
    }

    /** Known minutes of all days together. */
    public Figure known() {
        long known = days.stream().mapToLong(day -> day.known().minutes()).sum();
        long expected = days.stream().mapToLong(day -> day.known().expected()).sum();
        return new Figure(expected == 0 ? Double.NaN : (double) known / expected, known, expected);
    }

    /** Strained minutes as a share of all known ones. */
    public Figure strainedShare() {
        long known = known().minutes();
        double strained = days.stream()
                .filter(day -> day.known().minutes() > 0)
                .mapToDouble(DayTrend::strainedMinutes)
                .sum();
        return Figure.of(strained / known, known, known().expected());
    }

    private static DayTrend day(
            LocalDate date,
            List<MinuteRecord> minutes,
            Optional<Night> night,
            List<RiskWindow> windows,
            TimeWindow span,
            ZoneId zone) {
        long expected = minutesBetween(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant(),
                span.end());
        var known = minutes.stream().filter(minute -> minute.state().isKnown()).toList();
        long strained = known.stream()
                .filter(minute -> minute.state() == MinuteState.STRAINED)
                .count();
        var levels = figures(known, minute -> minute.skin().level());
        int begun = (int) windows.stream()
                .filter(window -> dateOf(window.start(), zone).equals(date))
                .count();
        return new DayTrend(
                date,
                new Figure(expected == 0 ? Double.NaN : (double) known.size() / expected, known.size(), expected),
                strained,
                Figure.of((double) strained / known.size(), known.size(), expected),
                NightTrend.of(night),
                Figure.of(median(levels), levels.length, expected),
                begun);
    }

    private static double[] figures(List<MinuteRecord> minutes, ToDoubleFunction<MinuteRecord> figure) {
        return minutes.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long minutesBetween(Instant start, Instant end, Instant now) {
        var until = end.isBefore(now) ? end : now;
        return Math.max(0, Duration.between(start, until).toMinutes());
    }

    private static LocalDate dateOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
