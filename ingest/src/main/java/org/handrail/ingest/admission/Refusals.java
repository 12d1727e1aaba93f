package org.handrail.ingest.admission;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.signals.DeviceId;
import org.handrail.signals.RefusalReason;

/**
 * Counts what was refused, by device, reason and day (UTC). Counts wait here until a writer has them written down, so
 * counting never touches the database; whoever ends the process without that loses some seconds of counts, and no frame.
 * Any thread may call.
 */
public final class Refusals {

    /** Stands for the device where the topic named none. */
    public static final String NO_DEVICE = "?";

    /** A stranger who invents device names must not fill the memory; further names are counted together. */
    static final int MOST_KEYS = 10_000;

    /** What is counted under one number. */
    public record Key(String device, RefusalReason reason, LocalDate day) {}

    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Key, Long> waiting = new HashMap<>();

    public Refusals(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    public void count(Optional<DeviceId> device, RefusalReason reason) {
        meters.counter("handrail.ingest.refused", "reason", reason.name()).increment();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var key = new Key(device.map(DeviceId::value).orElse(NO_DEVICE), reason, day);
        synchronized (waiting) {
            boolean fits = waiting.size() < MOST_KEYS || waiting.containsKey(key);
            waiting.merge(fits ? key : new Key(NO_DEVICE, reason, day), 1L, Long::sum);
        }
    }

    /** What is not written down yet, by reason. */
    public Map<RefusalReason, Long> waitingOf(DeviceId device) {
        var counts = new HashMap<RefusalReason, Long>();
        synchronized (waiting) {
            waiting.forEach((key, n) -> {
                if (key.device().equals(device.value())) {
                    counts.merge(key.reason(), n, Long::sum);
                }
            });
        }
        return counts;
    }

    /** A copy of what waits, to be written down. */
    public Map<Key, Long> waiting() {
        synchronized (waiting) {
            return Map.copyOf(waiting);
        }
    }

    /** Takes off what has been written down; what was counted meanwhile stays. */
    public void written(Map<Key, Long> counts) {
        synchronized (waiting) {
            counts.forEach((key, n) -> waiting.computeIfPresent(key, (same, held) -> held > n ? held - n : null));
        }
    }
}
