package org.handrail.alerts;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Hours of each local day, {@code [from, until)}, in which a mentee does not want to be asked. May run over midnight. An end that
 * the clock skips is where it skips; of one that comes twice, it is the next.
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours end at another time than they begin");
        }
    }

    /** When they end, where they run at that instant. */
    public Optional<Instant> endAt(Instant instant, ZoneId zone) {
        var here = instant.atZone(zone);
        var time = here.toLocalTime();
        boolean isBeforeEnd = time.isBefore(until);
        boolean isRunning =
                from.isBefore(until) ? !time.isBefore(from) && isBeforeEnd : !time.isBefore(from) || isBeforeEnd;
        return isRunning ? Optional.of(end(here, isBeforeEnd ? 0 : 1)) : Optional.empty();
    }

    private Instant end(ZonedDateTime here, int daysLater) {
        var local = here.toLocalDate().plusDays(daysLater).atTime(until);
        var skip = here.getZone().getRules().getTransition(local);
        return skip != null && skip.isGap()
                ? skip.getInstant()
                : ZonedDateTime.ofLocal(local, here.getZone(), here.getOffset()).toInstant();
    }
}
