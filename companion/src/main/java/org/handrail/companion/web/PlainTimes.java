package org.handrail.companion.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times the way people say them, for one reader in one place. */
public final class PlainTimes {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final ZoneId zone;
    private final Instant now;

    public PlainTimes(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** "23:41"; on another day "yesterday 23:41" or "Mon 16 Nov, 23:41". */
    public String at(Instant instant) {
        var local = instant.atZone(zone);
        var today = now.atZone(zone).toLocalDate();
        String clock = local.format(CLOCK);
        if (local.toLocalDate().equals(today)) {
            return clock;
        }
        if (local.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + clock;
        }
        return local.format(DAY) + ", " + clock;
    }

    /** "21:10 to 21:55", with the day said once where it is one. */
    public String span(Instant start, Instant end) {
        boolean isOneDay =
                start.atZone(zone).toLocalDate().equals(end.atZone(zone).toLocalDate());
        return at(start) + " to " + (isOneDay ? end.atZone(zone).format(CLOCK) : at(end));
    }

    /** "just now", "12 minutes ago", "3 hours ago", "2 days ago". What lies ahead is "just now": clocks differ a little. */
    public String ago(Instant instant) {
        var passed = Duration.between(instant, now);
        if (passed.toMinutes() < 1) {
            return "just now";
        }
        if (passed.toHours() < 1) {
            return counted(passed.toMinutes(), "minute") + " ago";
        }
        if (passed.toDays() < 1) {
            return counted(passed.toHours(), "hour") + " ago";
        }
        return counted(passed.toDays(), "day") + " ago";
    }

    /** "9 hours 20 minutes", "9 hours", "20 minutes". */
    public static String length(Duration length) {
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (hours == 0) {
            return counted(minutes, "minute");
        }
        return counted(hours, "hour") + (minutes == 0 ? "" : " " + counted(minutes, "minute"));
    }

    /** "1 minute", "2 minutes". */
    public static String counted(long count, String what) {
        return counted(count, what, "s");
    }

    /** "1 stretch", "2 stretches". */
    public static String counted(long count, String what, String pluralEnding) {
        return count + " " + what + (count == 1 ? "" : pluralEnding);
    }
}
