package org.handrail.ingest.pairing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.Pairing;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pairings in PostgreSQL, with a copy in memory of all that hold, since every frame asks. Several processes may pair on one
 * database: a device that is not in the copy is asked for, and {@link #readChanges} takes in what others have changed. Any
 * thread may call.
 */
public final class JdbcPairings implements Pairings {

    private final PairingRows rows;
    private final BrokerDesk broker;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    /** Replaced once, from absent to loaded; guarded by this for writing, as is the position. */
    private volatile @Nullable PairingMemory loaded;

    private long readUntil;

    /** Of a process that has no say at the broker. */
    public JdbcPairings(DataSource dataSource, Clock clock) {
        this(dataSource, new BrokerDesk(dataSource, Optional.empty(), clock), clock);
    }

    public JdbcPairings(DataSource dataSource, BrokerDesk broker, Clock clock) {
        this.rows = new PairingRows(dataSource);
        this.broker = broker;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Reads the pairings now, so that no frame waits for it; throws when the database does not answer. */
    public void warmUp() {
        memory();
    }

    @Override
    public DeviceCredential pair(MenteeId mentee) {
        var credential = insert(mentee, Optional.empty());
        onceCommitted(() -> admit(credential));
        return credential;
    }

    /** Pairs in the caller's transaction, and leaves it to the caller to {@link #admit} the device after the commit. */
    DeviceCredential insert(MenteeId mentee, Optional<DeviceMake> make) {
        var memory = memory();
        var credential = new DeviceCredential(new DeviceId(Secret.nextDeviceName()), Secret.next());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = new PairingRow(credential.device(), mentee, Secret.hashOf(credential.secret()), now, make);
        rows.insert(row);
        onceCommitted(() -> memory.put(row));
        return credential;
    }

    /** Tells the broker; a device that it could not be told of is paired no longer. */
    void admit(DeviceCredential credential) {
        try {
            broker.admit(credential);
        } catch (RuntimeException fault) {
            var end = new PairingEnd(PairingEnd.Reason.NOT_ADMITTED, Optional.empty());
            ofItsOwn.executeWithoutResult(status -> unpair(credential.device(), end));
            throw new IllegalStateException("The broker could not be told of the new device", fault);
        }
    }

    @Override
    public Optional<MenteeId> menteeOf(DeviceId device) {
        return row(device).map(PairingRow::mentee);
    }

    @Override
    public Optional<Pairing> find(DeviceId device) {
        return row(device).map(PairingRow::asPairing);
    }

    @Override
    public List<DeviceId> devicesOf(MenteeId mentee) {
        return memory().all().stream()
                .filter(pairing -> pairing.mentee().equals(mentee))
                .sorted(Comparator.comparing(PairingRow::pairedAt))
                .map(PairingRow::device)
                .toList();
    }

    @Override
    public boolean isGenuine(DeviceId device, String secret) {
        return row(device)
                .filter(pairing -> Secret.isOf(secret, pairing.secretHash()))
                .isPresent();
    }

    @Override
    public void unpair(DeviceId device, PairingEnd end) {
        var memory = memory();
        rows.end(device, end, clock.instant());
        onceCommitted(() -> {
            memory.end(device);
            broker.somethingEnded();
        });
    }

    /** Takes in what other processes have changed; throws when the database does not answer. */
    public synchronized void readChanges() {
        var memory = memory();
        long endings = memory.endings();
        var changes = rows.changedSince(readUntil);
        if (memory.learn(changes.paired(), endings)) {
            readUntil = changes.until();
        }
        if (changes.ended().stream().filter(memory::end).count() > 0) {
            broker.somethingEnded();
        }
    }

    private Optional<PairingRow> row(DeviceId device) {
        var memory = memory();
        var known = memory.find(device);
        return known.isPresent() ? known : ask(device, memory);
    }

    private Optional<PairingRow> ask(DeviceId device, PairingMemory memory) {
        var now = clock.instant();
        if (memory.isUnknown(device, now)) {
            return Optional.empty();
        }
        long endings = memory.endings();
        var found = rows.find(device);
        // What a transaction of the caller's sees may be rolled back.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            found.ifPresentOrElse(row -> memory.learn(List.of(row), endings), () -> memory.unknown(device, now));
        }
        return found;
    }

    private PairingMemory memory() {
        var memory = loaded;
        return memory != null ? memory : load();
    }

    private synchronized PairingMemory load() {
        var memory = loaded;
        if (memory == null) {
            memory = new PairingMemory();
            var all = rows.all();
            memory.learn(all.paired(), 0);
            readUntil = all.until();
            loaded = memory;
        }
        return memory;
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
