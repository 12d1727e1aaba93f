package org.handrail.ingest.pairing;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries pairings to the broker. That a device is to be shown out stands in its row until the broker has done it, so
 * neither a broker that is away nor the end of this process lets it stay: it is tried at once, at every start and every
 * half minute. In a process that has no say at the broker nothing is told, and nothing is taken for told.
 */
public final class BrokerDesk {

    private static final Logger log = LoggerFactory.getLogger(BrokerDesk.class);

    private static final int SECONDS_BETWEEN_ROUNDS = 30;
    private static final int ROUNDS_BETWEEN_ROLL_CALLS = 10;

    private final PairingRows rows;
    private final Optional<BrokerRights> rights;
    private final Clock clock;

    /** Held while a device is admitted and while the roll is called, so that a roll read before does not show it out. */
    private final Object use = new Object();

    private volatile @Nullable ScheduledExecutorService thread;

    /** Of the desk's own thread. */
    private int roundsUntilRollCall;

    public BrokerDesk(DataSource dataSource, Optional<BrokerRights> rights, Clock clock) {
        this.rows = new PairingRows(dataSource);
        this.rights = rights;
        this.clock = clock;
    }

    void start(ScheduledExecutorService own) {
        thread = own;
        own.scheduleWithFixedDelay(this::round, 0, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
    }

    void admit(DeviceCredential credential) {
        synchronized (use) {
            rights.ifPresent(broker -> broker.admit(credential));
        }
    }

    /** Does not wait for the broker. */
    void somethingEnded() {
        var own = thread;
        if (own == null) {
            return;
        }
        try {
            own.execute(this::revokeWhatEnded);
        } catch (RejectedExecutionException stopped) {
            log.debug("Stopping; who is to be shown out is at the next start");
        }
    }

    void round() {
        if (roundsUntilRollCall-- <= 0) {
            roundsUntilRollCall = callTheRoll() ? ROUNDS_BETWEEN_ROLL_CALLS : 0;
        }
        revokeWhatEnded();
    }

    void revokeWhatEnded() {
        rights.ifPresent(broker -> {
            try {
                rows.toRevoke().forEach(device -> revoke(device, broker));
            } catch (RuntimeException fault) {
                log.warn("Who is to be shown out at the broker could not be read; looks again soon", fault);
            }
        });
    }

    private void revoke(DeviceId device, BrokerRights broker) {
        try {
            broker.revoke(device);
            rows.revoked(device, clock.instant());
        } catch (RuntimeException fault) {
            log.warn("Device {} could not be shown out at the broker; tries again soon", device, fault);
        }
    }

    /** @return whether the broker heard it */
    private boolean callTheRoll() {
        try {
            synchronized (use) {
                rights.ifPresent(broker -> broker.reconcile(rows.paired()));
            }
            return true;
        } catch (RuntimeException fault) {
            log.warn("The broker could not be told who is paired; tries again in {} s", SECONDS_BETWEEN_ROUNDS, fault);
            return false;
        }
    }
}
