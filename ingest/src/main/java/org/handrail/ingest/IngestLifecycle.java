package org.handrail.ingest;

import org.handrail.ingest.archive.ArchiveWriters;
import org.handrail.ingest.mqtt.MqttLink;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the writers before the first frame can come, and stops the other way round: no further message is taken, what was
 * received is stored and acknowledged, then the connection is closed. Runs once.
 *
 * <p>Its phase is late, so it starts after whoever owns the sink and stops before them.
 */
final class IngestLifecycle implements SmartLifecycle {

    static final int PHASE = Integer.MAX_VALUE - 512;

    private final ArchiveWriters writers;
    private final MqttLink link;
    private volatile boolean running;

    IngestLifecycle(ArchiveWriters writers, MqttLink link) {
        this.writers = writers;
        this.link = link;
    }

    @Override
    public void start() {
        running = true;
        writers.start();
        link.start();
    }

    @Override
    public void stop() {
        if (!running) {
            return;
        }
        running = false;
        try {
            link.stopListening();
            writers.drainAndStop();
            link.stop();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
