package org.handrail.ingest.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.signals.DeviceId;

/**
 * The copy in memory: every pairing that holds as far as this process knows, and for a second which devices the database
 * did not know. What was read from the database is only believed if no pairing has ended since the reading began; otherwise
 * an ended one could slip back in. Any thread may call.
 */
final class PairingMemory {

    static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    /** Whoever invents device names must not fill the memory; the longest remembered is asked for again. */
    static final int MOST_UNKNOWN = 10_000;

    private final Map<DeviceId, PairingRow> paired = new ConcurrentHashMap<>();

    /** Guarded by this, as is every change of the pairings. */
    private final Map<DeviceId, Instant> unknown = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceId, Instant> eldest) {
            return size() > MOST_UNKNOWN;
        }
    };

    private long endings;

    Optional<PairingRow> find(DeviceId device) {
        return Optional.ofNullable(paired.get(device));
    }

    Collection<PairingRow> all() {
        return paired.values();
    }

    /** How many pairings have ended here; told again to {@link #learn}. */
    synchronized long endings() {
        return endings;
    }

    /** Paired by this very process. */
    synchronized void put(PairingRow row) {
        unknown.remove(row.device());
        paired.put(row.device(), row);
    }

    /** @return whether it was believed */
    synchronized boolean learn(List<PairingRow> rows, long endingsBefore) {
        boolean isBelieved = endings == endingsBefore;
        if (isBelieved) {
            rows.forEach(this::put);
        }
        return isBelieved;
    }

    synchronized boolean isUnknown(DeviceId device, Instant now) {
        var since = unknown.get(device);
        return since != null
                && !now.isBefore(since)
                && Duration.between(since, now).compareTo(UNKNOWN_FOR) < 0;
    }

    synchronized void unknown(DeviceId device, Instant now) {
        unknown.remove(device);
        unknown.put(device, now);
    }

    /** @return whether it was known here as paired */
    synchronized boolean end(DeviceId device) {
        endings++;
        return paired.remove(device) != null;
    }

    synchronized int unknownDevices() {
        return unknown.size();
    }
}
