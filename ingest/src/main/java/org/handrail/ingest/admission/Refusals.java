package org.handrail.ingest.admission;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** Where counts are added for good. */
    public interface Ledger {
        void add(Map<Key, Long> counts) throws SQLException;
    }

    private final Clock clock;
    private final MeterRegistry meters;

    /** Guarded by itself, and never held while the database is asked. */
    private final Map<Key, Long> waiting = new HashMap<>();

    /** Held while the ledger is read or written, so that no count is seen twice or not at all on its way there. */
    private final Object ledgerUse = new Object();

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

    /** Writes down what waits. What is counted meanwhile waits for the next time, and so does all of it if this fails. */
    public void writeDown(Ledger ledger) throws SQLException {
        synchronized (ledgerUse) {
            var counts = waiting();
            if (!counts.isEmpty()) {
                ledger.add(counts);
                takeOff(counts);
            }
        }
    }

    /** Every refusal of the device, by reason: those that the ledger holds and those that still wait. */
    public Map<RefusalReason, Long> countsOf(DeviceId device, Supplier<Map<RefusalReason, Long>> inLedger) {
        var counts = new EnumMap<RefusalReason, Long>(RefusalReason.class);
        synchronized (ledgerUse) {
            counts.putAll(inLedger.get());
            waiting().forEach((key, n) -> {
                if (key.device().equals(device.value())) {
                    counts.merge(key.reason(), n, Long::sum);
                }
            });
        }
        return counts;
    }

    Map<Key, Long> waiting() {
        synchronized (waiting) {
            return Map.copyOf(waiting);
        }
    }

    private void takeOff(Map<Key, Long> counts) {
        synchronized (waiting) {
            counts.forEach((key, n) -> waiting.computeIfPresent(key, (same, held) -> held > n ? held - n : null));
        }
    }
}
