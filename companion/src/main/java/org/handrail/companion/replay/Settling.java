package org.handrail.companion.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.handrail.analytics.FrameIntake;
import org.handrail.companion.house.House;
import org.handrail.devicesim.publish.Watch;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/** Waits until what was sent has gone its whole way. Each wait ends in an {@link IllegalStateException} where it is in vain. */
final class Settling {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MS = 50;

    private final House house;
    private final Clock clock;

    Settling(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    void confirmed(Watch watch) throws InterruptedException {
        untilNone("the broker to confirm every frame", () -> watch.counts().kept());
    }

    void stored(DeviceId device, long frames) throws InterruptedException {
        var archive = house.room(FrameArchive.class);
        untilNone("the archive to hold every frame", () -> frames - archive.count(device));
    }

    /** Waits until every frame of the mentee's one watch is stored, known already or refused. */
    void dealtWith(MenteeId mentee, long frames) throws InterruptedException {
        var overviews = house.room(DeviceOverviews.class);
        untilNone(
                "every frame to be stored or refused",
                () -> frames - dealtWith(overviews.of(mentee).get(0)));
    }

    private static long dealtWith(DeviceOverview overview) {
        long refused =
                overview.refusals().values().stream().mapToLong(Long::longValue).sum();
        return overview.frames() + overview.duplicates() + refused;
    }

    void analysed() throws InterruptedException {
        untilNone("the lanes to finish", () -> house.room(FrameIntake.class).undone());
    }

    /** Waits as long as it gets less. */
    private void untilNone(String what, LongSupplier count) throws InterruptedException {
        long least = Long.MAX_VALUE;
        var deadline = Instant.MAX;
        for (long left = count.getAsLong(); left > 0; left = count.getAsLong()) {
            if (left < least) {
                least = left;
                deadline = clock.instant().plus(PATIENCE);
            } else if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException(
                        "Waited " + PATIENCE.toMinutes() + " minutes in vain for " + what + ".");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
    }
}
