package org.handrail.ingest.admission;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.handrail.ingest.RateSettings;
import org.handrail.signals.DeviceId;

/**
 * Whether a device sends faster than it can have measured: a bucket of tokens for each, which fills at the rate that may
 * go on for ever and is as deep as the burst. Called by the one thread that receives.
 */
public final class DeviceRates {

    /** More devices than one broker serves; a stranger who invents names must not fill the memory. */
    static final int MOST_DEVICES = 100_000;

    /** What to do with a message of this device. */
    public enum Pace {
        /** Take it. */
        MEASURED,
        /** Take it, and show the device out for a pause; said once for each pause. */
        HURRIED,
        /** Refuse it. */
        FLOODING
    }

    private static final class Bucket {
        private double tokens;
        private Instant filledAt;
        private Instant pausedUntil = Instant.MIN;

        Bucket(double tokens, Instant filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }
    }

    private final RateSettings settings;
    private final Map<DeviceId, Bucket> buckets = new HashMap<>();
    /** Shared by whoever finds no place. */
    private final Bucket others;

    private Instant nextSweep = Instant.MIN;

    public DeviceRates(RateSettings settings) {
        this.settings = settings;
        this.others = new Bucket(settings.burst(), Instant.EPOCH);
    }

    /** Counts one message of the device that came now. */
    public Pace count(DeviceId device, Instant now) {
        var bucket = buckets.get(device);
        if (bucket == null) {
            bucket = newBucket(device, now);
        }
        fill(bucket, now);
        if (bucket.tokens <= -settings.most()) {
            return Pace.FLOODING;
        }
        bucket.tokens--;
        if (bucket.tokens >= 0 || now.isBefore(bucket.pausedUntil)) {
            return Pace.MEASURED;
        }
        bucket.pausedUntil = now.plus(settings.pause());
        return Pace.HURRIED;
    }

    private Bucket newBucket(DeviceId device, Instant now) {
        if (buckets.size() >= MOST_DEVICES && !now.isBefore(nextSweep)) {
            nextSweep = now.plus(settings.pause());
            buckets.values().removeIf(bucket -> {
                fill(bucket, now);
                return bucket.tokens >= settings.burst();
            });
        }
        if (buckets.size() >= MOST_DEVICES) {
            return others;
        }
        var bucket = new Bucket(settings.burst(), now);
        buckets.put(device, bucket);
        return bucket;
    }

    private void fill(Bucket bucket, Instant now) {
        if (now.isAfter(bucket.filledAt)) {
            double seconds = (now.toEpochMilli() - bucket.filledAt.toEpochMilli()) / 1_000.0;
            bucket.tokens = Math.min(settings.burst(), bucket.tokens + seconds * settings.perSecond());
            bucket.filledAt = now;
        }
    }
}
