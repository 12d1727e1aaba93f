package org.handrail.ingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.handrail.ingest.SilenceSettings;
import org.handrail.signals.IntList;

/**
 * How often a stream of a device speaks, by its last pauses. What arrives within a second belongs together, so a watch
 * that sends a heap every quarter of an hour has pauses of a quarter of an hour. The median of the last pauses is what is
 * usual; one long silence among them changes it little.
 *
 * @param lastReceivedAt when the stream was last heard, by the house's clock
 * @param pausesSeconds the last pauses of a second and more, the oldest first, at most {@value #MOST_PAUSES}
 */
record Cadence(Instant lastReceivedAt, IntList pausesSeconds) {

    static final int MOST_PAUSES = 15;

    /** Fewer say too little to be called usual. */
    static final int LEAST_PAUSES = 3;

    static Cadence heardFirst(Instant receivedAt) {
        return new Cadence(receivedAt, IntList.of());
    }

    Cadence heard(Instant receivedAt) {
        if (!receivedAt.isAfter(lastReceivedAt)) {
            return this;
        }
        long pauseMs = Duration.between(lastReceivedAt, receivedAt).toMillis();
        int pause = (int) Math.min(Math.round(pauseMs / 1_000.0), Integer.MAX_VALUE);
        return new Cadence(receivedAt, pauseMs < 1_000 ? pausesSeconds : with(pause));
    }

    /** The same stream with what an earlier process knew of it. The time between the two is no pause of the stream. */
    Cadence after(Cadence earlier) {
        var newer = lastReceivedAt.isAfter(earlier.lastReceivedAt) ? lastReceivedAt : earlier.lastReceivedAt;
        return new Cadence(newer, lastOf(IntStream.concat(earlier.pausesSeconds.stream(), pausesSeconds.stream())));
    }

    private IntList with(int pause) {
        return lastOf(IntStream.concat(pausesSeconds.stream(), IntStream.of(pause)));
    }

    private static IntList lastOf(IntStream pauses) {
        var all = pauses.toArray();
        return IntList.of(Arrays.copyOfRange(all, Math.max(0, all.length - MOST_PAUSES), all.length));
    }

    /** How long the stream may say nothing before that is silence. */
    Duration allowedSilence(SilenceSettings settings) {
        if (pausesSeconds.size() < LEAST_PAUSES) {
            return settings.least();
        }
        var usual = Duration.ofSeconds(median()).multipliedBy(settings.patience());
        if (usual.compareTo(settings.least()) < 0) {
            return settings.least();
        }
        return usual.compareTo(settings.most()) > 0 ? settings.most() : usual;
    }

    private int median() {
        return pausesSeconds.stream().sorted().toArray()[pausesSeconds.size() / 2];
    }
}
