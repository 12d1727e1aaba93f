package org.handrail.companion.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.FrameIntake;
import org.handrail.companion.house.House;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;

/** How much of the demo's wearers the house knows already. */
public final class Known {

    private static final Duration LONGEST_FRAME = Duration.ofMinutes(2);

    private final House house;

    public Known(House house) {
        this.house = house;
    }

    /** Up to when the house has heard of every wearer; long ago where there is one it never heard of. */
    public Instant until() {
        return newest().stream()
                .map(sampledAt -> sampledAt.orElse(Instant.EPOCH))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Whether everything up to about that instant is stored and analysed. */
    public boolean reaches(Instant instant) {
        return !until().isBefore(instant.minus(LONGEST_FRAME)) && house.room(FrameIntake.class).undone() == 0;
    }

    private List<Optional<Instant>> newest() {
        var devices = house.room(DeviceOverviews.class);
        return house.room(DemoPeople.class).mentees().stream()
                .map(mentee -> devices.of(mentee.asMentee()).stream()
                        .map(DeviceOverview::lastSampledAt)
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo))
                .toList();
    }
}
