package org.handrail.signals.datapoint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handrail.signals.RefusalReason;

/** Instants as the schemas write them: RFC 3339 with its offset. Kept to the millisecond, as the archive keeps them. */
final class DateTime {

    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private DateTime() {}

    static Instant read(Field field) {
        String text = field.text(64);
        field.require(SHAPE.matcher(text).matches(), "is not a date and time of RFC 3339 with its offset");
        try {
            var instant = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            field.require(
                    !instant.isBefore(Instant.EPOCH) && instant.isBefore(LAST),
                    "is not between the years 1970 and 2200");
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noSuchTime) {
            throw field.fault(RefusalReason.MALFORMED, "is a date or time that does not exist");
        }
    }
}
