package org.handrail.devicesim.recording;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Local times without an offset, in the order in which they passed, as instants. An hour that autumn repeats is the first one
 * until the times step back, and from there on the second; so a wearer of the second alone is taken for a wearer of the
 * first. A time that spring skips never was.
 */
final class LocalTimes {

    private final ZoneId zone;
    private Instant last = Instant.MIN;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** The instant, or empty where the zone has no such time. */
    Optional<Instant> instant(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return Optional.empty();
        }
        var instant = local.toInstant(offsets.get(0));
        if (offsets.size() > 1 && !instant.isAfter(last)) {
            instant = local.toInstant(offsets.get(1));
        }
        last = instant;
        return Optional.of(instant);
    }
}
