package org.handrail.ingest.silence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.handrail.ingest.SilenceSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks now and then who has fallen silent, is heard again, runs out of battery or was taken off, and tells it. What is
 * told is noted in the same transaction, and one process tells at a time. Called by one thread.
 */
public final class SilenceWatch {

    private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

    private final Hearing hearing;
    private final SilenceTable table;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final SilenceSettings settings;

    /** Since when this process could hear and write down; absent while it cannot. */
    private @Nullable Instant listeningSince;

    private boolean remembered;

    private Instant forgotten = Instant.EPOCH;

    public SilenceWatch(
            Hearing hearing,
            DataSource dataSource,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            SilenceSettings settings) {
        this.hearing = hearing;
        this.table = new SilenceTable(dataSource);
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
    }

    /**
     * Writes down what was heard, and tells what has changed by now.
     *
     * @param connected whether frames can come in; while they cannot, nobody is called silent
     */
    public void look(Instant now, boolean connected) {
        try {
            remember();
            writeDown();
            if (!connected || !settings.tells()) {
                listeningSince = null;
                return;
            }
            var since = Optional.ofNullable(listeningSince).orElse(now);
            listeningSince = since;
            transaction.executeWithoutResult(status -> tell(now, since));
            forgetOldHours(now);
        } catch (RuntimeException fault) {
            listeningSince = null;
            log.warn(
                    "Could not look for silence; tries again in {} s",
                    settings.look().toSeconds(),
                    fault);
        }
    }

    private void remember() {
        if (!remembered) {
            hearing.remember(table.cadences());
            remembered = true;
        }
    }

    private void writeDown() {
        var heard = hearing.take();
        try {
            transaction.executeWithoutResult(status -> table.write(heard));
        } catch (RuntimeException fault) {
            hearing.putBack(heard);
            throw fault;
        }
    }

    private void tell(Instant now, Instant since) {
        if (!table.mayJudge()) {
            return;
        }
        for (var stream : table.streams()) {
            var judged = stream.judged(now, since, settings);
            if (!judged.equals(stream)) {
                table.note(judged);
                events.publishEvent(judged.since(stream));
            }
        }
        for (var watch : table.watches()) {
            var judged = watch.judged(settings);
            if (!judged.equals(watch)) {
                table.note(judged);
                judged.since(watch).forEach(events::publishEvent);
            }
        }
    }

    private void forgetOldHours(Instant now) {
        if (now.isAfter(forgotten.plus(1, ChronoUnit.HOURS))) {
            table.forgetHoursBefore(now);
            forgotten = now;
        }
    }
}
