package org.handrail.devicesim.scenario;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.handrail.signals.TimeWindow;

/** The dates of a scenario. */
record Dates(LocalDate first, int days) {

    boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last());
    }

    Stream<LocalDate> each() {
        return first.datesUntil(first.plusDays(days));
    }

    /** From midnight to midnight there. */
    TimeWindow in(ZoneId zone) {
        return new TimeWindow(
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(days).atStartOfDay(zone).toInstant());
    }

    /** What is expected where another date stands. */
    String expected() {
        return "a date from " + first + " to " + last();
    }

    private LocalDate last() {
        return first.plusDays(days - 1L);
    }
}
