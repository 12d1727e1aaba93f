package org.handrail.signals.datapoint;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.handrail.signals.RefusalReason;

/**
 * When a measure holds: at an instant (start and end are the same) or over an interval, which is at least a millisecond long.
 * Whether an interval's ends belong to it the standards leave open; here it is {@code [start, end)}.
 *
 * @param place where the interval or the instant stands, for what the measure itself has to say against it
 */
record TimeFrame(Field place, Instant start, Instant end) {

    boolean isInstant() {
        return start.equals(end);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    void requireAtMost(Duration longest) {
        place.require(length().compareTo(longest) <= 0, "is longer than " + longest.toHours() + " h");
    }

    /** Reads {@code effective_time_frame}, without which a sample has no place in a day, whatever its schema's version says. */
    static TimeFrame of(Field body) {
        var frame = body.object("effective_time_frame");
        frame.require(
                frame.has("date_time") != frame.has("time_interval"),
                "holds not exactly one of date_time and time_interval");
        if (frame.has("date_time")) {
            var instant = frame.member("date_time");
            var at = DateTime.read(instant);
            return new TimeFrame(instant, at, at);
        }
        return ofInterval(frame.object("time_interval"));
    }

    /** As above, where the schema knows no instant. */
    static TimeFrame intervalOf(Field body) {
        var frame = of(body);
        frame.place.require(!frame.isInstant(), "is an instant, and this measure needs a time_interval");
        return frame;
    }

    static TimeFrame ofInterval(Field interval) {
        if (interval.has("part_of_day") || interval.has("date")) {
            throw interval.fault(
                    RefusalReason.MALFORMED, "is a part of a day, which begins and ends at no certain instant");
        }
        long said = Stream.of("start_date_time", "end_date_time", "duration")
                .filter(interval::has)
                .count();
        interval.require(said == 2, "holds not exactly two of start_date_time, end_date_time and duration");
        var frame = read(interval);
        interval.require(frame.end.isAfter(frame.start), "does not end after its start");
        return frame;
    }

    private static TimeFrame read(Field interval) {
        if (!interval.has("duration")) {
            return new TimeFrame(
                    interval,
                    DateTime.read(interval.member("start_date_time")),
                    DateTime.read(interval.member("end_date_time")));
        }
        var length =
                Duration.ofMillis(Quantity.duration(interval.member("duration")).toMillis());
        if (interval.has("start_date_time")) {
            var start = DateTime.read(interval.member("start_date_time"));
            return new TimeFrame(interval, start, start.plus(length));
        }
        var end = DateTime.read(interval.member("end_date_time"));
        interval.require(!end.minus(length).isBefore(Instant.EPOCH), "begins before the year 1970");
        return new TimeFrame(interval, end.minus(length), end);
    }
}
