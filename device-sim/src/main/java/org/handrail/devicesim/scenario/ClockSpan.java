package org.handrail.devicesim.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.handrail.signals.TimeWindow;

/** From one time on the wearer's clock to the next time that it shows the other, which may be on the next day. */
record ClockSpan(LocalTime from, LocalTime to) {

    /** Beginning on that date. */
    TimeWindow on(LocalDate date, ZoneId zone) {
        LocalDate ends = to.isAfter(from) ? date : date.plusDays(1);
        return new TimeWindow(instant(date, from, zone), instant(ends, to, zone));
    }

    /** In the night that follows that date: before noon means the next morning. */
    TimeWindow inTheNightAfter(LocalDate date, ZoneId zone) {
        return on(from.isBefore(LocalTime.NOON) ? date.plusDays(1) : date, zone);
    }

    static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
