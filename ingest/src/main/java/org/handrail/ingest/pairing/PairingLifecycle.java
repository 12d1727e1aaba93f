package org.handrail.ingest.pairing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The two threads of pairing: one reads, twice a second, what other processes have changed; one tells the broker who may
 * be in. Apart, so that a broker that does not answer holds up nothing else. Runs once.
 */
public final class PairingLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PairingLifecycle.class);

    private static final int MS_BETWEEN_LOOKS = 500;

    private final JdbcPairings pairings;
    private final JdbcPairingCodes codes;
    private final BrokerDesk broker;
    private final int phase;
    private final ScheduledExecutorService looking = oneThread("ingest-pairings");
    private final ScheduledExecutorService telling = oneThread("ingest-broker-rights");
    private boolean isAway;
    private volatile boolean running;

    public PairingLifecycle(JdbcPairings pairings, JdbcPairingCodes codes, BrokerDesk broker, int phase) {
        this.pairings = pairings;
        this.codes = codes;
        this.broker = broker;
        this.phase = phase;
    }

    @Override
    public void start() {
        running = true;
        looking.scheduleWithFixedDelay(this::look, 0, MS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        looking.scheduleWithFixedDelay(this::forgetOldAttempts, 1, 1, TimeUnit.MINUTES);
        broker.start(telling);
    }

    private void look() {
        try {
            pairings.readChanges();
            isAway = false;
        } catch (RuntimeException fault) {
            if (!isAway) {
                log.warn("What other processes have paired could not be read; goes on trying", fault);
            }
            isAway = true;
        }
    }

    private void forgetOldAttempts() {
        try {
            codes.forgetOldAttempts();
        } catch (RuntimeException fault) {
            log.debug("Old attempts could not be forgotten; tries again in a minute", fault);
        }
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
        telling.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    private static ScheduledExecutorService oneThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
