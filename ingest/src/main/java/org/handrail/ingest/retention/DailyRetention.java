package org.handrail.ingest.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.ingest.RetentionSettings;
import org.handrail.ingest.admission.Admission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Asks from time to time whether a round of retention is due, on a thread of its own. Runs once. */
public final class DailyRetention implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DailyRetention.class);

    /** A house that just opened has better things to do. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration NEXT = Duration.ofMinutes(10);

    private final RetentionRound round;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "ingest-retention");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile boolean running;

    public DailyRetention(DataSource dataSource, RetentionSettings settings, AdmissionSettings admission, Clock clock) {
        this(new RetentionRound(dataSource, settings, Admission.lookBack(admission)), clock);
    }

    DailyRetention(RetentionRound round, Clock clock) {
        this.round = round;
        this.clock = clock;
    }

    /** A round if it is due. Whatever is in the way is said, and tried again with the next look. */
    void look() {
        try {
            round.runIfDue(clock.instant()).ifPresent(DailyRetention::say);
        } catch (SQLException fault) {
            log.warn("Retention did not get through (SQLSTATE {}); tries again in ten minutes", fault.getSQLState());
        } catch (RuntimeException fault) {
            log.error("Retention did not get through; tries again in ten minutes", fault);
        }
    }

    private static void say(RetentionRound.Done done) {
        done.compressed()
                .span()
                .ifPresent(span -> log.info(
                        "Compressed {} chunks of frames, sampled from {} to {}",
                        done.compressed().count(),
                        span.start(),
                        span.end()));
        done.dropped()
                .span()
                .ifPresent(span -> log.info(
                        "Dropped {} months or chunks of frames, sampled from {} to {}",
                        done.dropped().count(),
                        span.start(),
                        span.end()));
        if (done.refusals() > 0) {
            log.info("Forgot {} old counts of refusals", done.refusals());
        }
    }

    @Override
    public void start() {
        running = true;
        thread.execute(() -> {
            try {
                log.info("The archive is made of {}", round.tier().meaning());
            } catch (SQLException fault) {
                log.warn("What the archive is made of cannot be said now (SQLSTATE {})", fault.getSQLState());
            }
        });
        thread.scheduleWithFixedDelay(this::look, FIRST.toSeconds(), NEXT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("A round of retention was cut off; it goes on at the next start");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
