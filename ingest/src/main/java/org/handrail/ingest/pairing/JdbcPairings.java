package org.handrail.ingest.pairing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Pairings in PostgreSQL, with a copy of all that hold in memory. The copy is read once and then changed by this process
 * alone; another process that pairs is seen here after a restart. Any thread may call.
 */
public final class JdbcPairings implements Pairings {

    private record Pairing(DeviceId device, MenteeId mentee, byte[] secretHash, Instant pairedAt) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** Replaced once, from absent to loaded; guarded by this for writing. */
    private volatile @Nullable Map<DeviceId, Pairing> loaded;

    public JdbcPairings(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    /** Reads the pairings now, so that no frame waits for it; throws when the database does not answer. */
    public void warmUp() {
        current();
    }

    @Override
    public DeviceCredential pair(MenteeId mentee) {
        var pairings = current();
        var credential = new DeviceCredential(new DeviceId(Secret.nextDeviceName()), Secret.next());
        var pairing = new Pairing(
                credential.device(),
                mentee,
                Secret.hashOf(credential.secret()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.update(
                "INSERT INTO ingest.pairing (device, mentee, secret_hash, paired_at) VALUES (?, ?, ?, ?)",
                pairing.device().value(),
                mentee.value(),
                pairing.secretHash(),
                Timestamp.from(pairing.pairedAt()));
        onceCommitted(() -> pairings.put(pairing.device(), pairing));
        return credential;
    }

    @Override
    public Optional<MenteeId> menteeOf(DeviceId device) {
        return Optional.ofNullable(current().get(device)).map(Pairing::mentee);
    }

    @Override
    public List<DeviceId> devicesOf(MenteeId mentee) {
        return current().values().stream()
                .filter(pairing -> pairing.mentee().equals(mentee))
                .sorted(Comparator.comparing(Pairing::pairedAt))
                .map(Pairing::device)
                .toList();
    }

    @Override
    public boolean isGenuine(DeviceId device, String secret) {
        return Optional.ofNullable(current().get(device))
                .filter(pairing -> Secret.isOf(secret, pairing.secretHash()))
                .isPresent();
    }

    @Override
    public void unpair(DeviceId device) {
        var pairings = current();
        jdbc.update(
                "UPDATE ingest.pairing SET unpaired_at = ? WHERE device = ? AND unpaired_at IS NULL",
                Timestamp.from(clock.instant()),
                device.value());
        onceCommitted(() -> pairings.remove(device));
    }

    private Map<DeviceId, Pairing> current() {
        var pairings = loaded;
        return pairings != null ? pairings : load();
    }

    private synchronized Map<DeviceId, Pairing> load() {
        var pairings = loaded;
        if (pairings == null) {
            var read = new ConcurrentHashMap<DeviceId, Pairing>();
            jdbc.query(
                    "SELECT device, mentee, secret_hash, paired_at FROM ingest.pairing WHERE unpaired_at IS NULL",
                    row -> {
                        var device = new DeviceId(row.getString(1));
                        var mentee = new MenteeId(row.getObject(2, UUID.class));
                        var pairedAt = row.getTimestamp(4).toInstant();
                        read.put(device, new Pairing(device, mentee, row.getBytes(3), pairedAt));
                    });
            loaded = read;
            pairings = read;
        }
        return pairings;
    }

    /** A change that is rolled back must not be remembered. */
    private static void onceCommitted(Runnable change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            change.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }
}
