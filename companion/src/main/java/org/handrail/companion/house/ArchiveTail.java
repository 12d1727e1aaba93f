package org.handrail.companion.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.handrail.analytics.FrameIntake;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings to the lanes what other processes have stored, about once a second. Positions of one mentee become visible in their
 * order, so whatever lies behind the last one seen is all there is. The lanes bear a frame twice, and read for themselves
 * what was stored before they started.
 */
@Component
@ConditionalOnProperty(name = "handrail.ingest.mqtt.reads-frames", havingValue = "false")
final class ArchiveTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ArchiveTail.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** So nothing is stored unseen between their look at the archive and the first one here. */
    private static final int BEFORE_THE_LANES = 50;

    private static final int BATCH = 500;

    private final FrameArchive archive;
    private final FrameIntake lanes;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "archive-tail");
        thread.setDaemon(true);
        return thread;
    });

    /** Of the starting thread, then of the looking one: the last position of each mentee that was handed in. */
    private final Map<MenteeId, Long> seen = new HashMap<>();

    private volatile boolean running;

    ArchiveTail(FrameArchive archive, FrameIntake lanes) {
        this.archive = archive;
        this.lanes = lanes;
    }

    /** What is stored by now the lanes find by themselves. */
    void begin() {
        seen.putAll(archive.lastPositions());
    }

    /** Hands in what is new. Where the database does not answer, what is left comes with the next look. */
    void look() {
        try {
            archive.lastPositions().forEach((mentee, position) -> {
                if (position > seen.getOrDefault(mentee, 0L)) {
                    handIn(mentee);
                }
            });
        } catch (RuntimeException fault) {
            log.warn("The archive could not be read; looks again in {} s", BETWEEN_LOOKS.toSeconds(), fault);
        }
    }

    private void handIn(MenteeId mentee) {
        var batch = new ArrayList<ArchivedFrame>(BATCH);
        archive.readAfter(mentee, seen.getOrDefault(mentee, 0L), frame -> {
            batch.add(frame);
            if (batch.size() == BATCH) {
                handIn(mentee, batch);
            }
        });
        handIn(mentee, batch);
    }

    private void handIn(MenteeId mentee, ArrayList<ArchivedFrame> batch) {
        if (!batch.isEmpty()) {
            lanes.accept(new ArrayList<>(batch));
            seen.put(mentee, batch.get(batch.size() - 1).position());
            batch.clear();
        }
    }

    @Override
    public void start() {
        running = true;
        begin();
        looking.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_LANES;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
