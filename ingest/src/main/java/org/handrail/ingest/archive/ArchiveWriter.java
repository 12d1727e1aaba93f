package org.handrail.ingest.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.handrail.ingest.ArchiveSettings;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.admission.Refusals;
import org.handrail.signals.FrameId;
import org.handrail.signals.RefusalReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that takes frames from its queue, stores them batch by batch, hands the new ones to the sink and only then
 * acknowledges. While the database is away it keeps its batch and tries again, for as long as it takes; the queue behind
 * it fills, and the broker holds the rest. A frame that the database will never take is found by halving the batch,
 * refused, counted and acknowledged.
 */
final class ArchiveWriter implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ArchiveWriter.class);

    /** Blames the frames of a batch. */
    private static final class Unstorable extends Exception {
        Unstorable(Exception cause) {
            super(cause);
        }
    }

    private final int number;
    private final Intake intake;
    private final FrameTable table;
    private final Handover handover;
    private final Refusals refusals;
    private final ArchiveSettings settings;
    private final Patience patience;
    private final Runnable betweenBatches;
    private final Counter stored;
    private final Counter duplicates;

    private volatile boolean draining;

    ArchiveWriter(
            int number,
            Intake intake,
            FrameTable table,
            FrameSink sink,
            Refusals refusals,
            ArchiveSettings settings,
            MeterRegistry meters,
            Runnable betweenBatches) {
        this.number = number;
        this.intake = intake;
        this.table = table;
        this.refusals = refusals;
        this.settings = settings;
        this.patience = new Patience(new BackOff(settings.longestPause()));
        this.handover = new Handover(sink, patience, meters);
        this.betweenBatches = betweenBatches;
        this.stored = meters.counter("handrail.ingest.stored");
        this.duplicates = meters.counter("handrail.ingest.duplicates");
    }

    /** Ends the thread once its queue is empty. */
    void drain() {
        draining = true;
    }

    /** Ends the thread even though the database does not answer. */
    void giveUp() {
        draining = true;
        patience.end();
    }

    @Override
    public void run() {
        try {
            while (true) {
                var batch = nextBatch();
                if (batch.isEmpty() && draining) {
                    return;
                }
                if (!batch.isEmpty()) {
                    storeOrIsolate(batch);
                }
                betweenBatches.run();
            }
        } catch (Patience.Ended | InterruptedException end) {
            log.info(
                    "Writer {} ends with frames not stored and not acknowledged; the broker sends them again at the next"
                            + " start",
                    number);
        }
    }

    private List<Incoming> nextBatch() throws InterruptedException {
        var queue = intake.queueOf(number);
        var batch = new ArrayList<Incoming>();
        var first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long deadline = System.nanoTime() + settings.batchWait().toNanos();
        while (true) {
            queue.drainTo(batch, settings.batchSize() - batch.size());
            if (batch.size() >= settings.batchSize()) {
                return batch;
            }
            var next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return batch;
            }
            batch.add(next);
        }
    }

    private void storeOrIsolate(List<Incoming> batch) throws Patience.Ended, InterruptedException {
        try {
            store(batch);
        } catch (Unstorable first) {
            table.forgetMonths();
            if (batch.size() > 1) {
                int half = batch.size() / 2;
                storeOrIsolate(batch.subList(0, half));
                storeOrIsolate(batch.subList(half, batch.size()));
                return;
            }
            try {
                store(batch);
            } catch (Unstorable again) {
                refuse(batch.get(0), again);
            }
        }
    }

    private void store(List<Incoming> batch) throws Unstorable, Patience.Ended, InterruptedException {
        var written = write(batch);
        stored.increment(written.fresh().size());
        duplicates.increment(written.duplicates());
        written.reused().forEach(device -> refusals.count(Optional.of(device), RefusalReason.COUNTER_REUSED));
        if (!written.fresh().isEmpty()) {
            handover.of(written.fresh());
        }
        batch.forEach(ArchiveWriter::acknowledge);
    }

    private FrameTable.Written write(List<Incoming> batch) throws Unstorable, Patience.Ended, InterruptedException {
        var inDoubt = new HashMap<FrameId, Long>();
        for (int failures = 0; ; failures++) {
            try {
                return table.write(number, batch, inDoubt);
            } catch (SQLException fault) {
                if (DatabaseFault.blamesTheData(fault)) {
                    throw new Unstorable(fault);
                }
                log.warn(
                        "Writer {} could not store {} frames (SQLSTATE {}); keeps them, acknowledges nothing and tries"
                                + " again in a moment",
                        number,
                        batch.size(),
                        fault.getSQLState());
                patience.waitAfter(failures);
            } catch (RuntimeException fault) {
                throw new Unstorable(fault);
            }
        }
    }

    private void refuse(Incoming incoming, Unstorable why) {
        var id = incoming.frame().id();
        refusals.count(Optional.of(id.device()), RefusalReason.MALFORMED);
        log.error(
                "Frame {} of device {} cannot be stored ({}); refuses it and goes on",
                id.counter(),
                id.device(),
                why.getCause() instanceof SQLException fault ? "SQLSTATE " + fault.getSQLState() : why.getCause());
        acknowledge(incoming);
    }

    private static void acknowledge(Incoming incoming) {
        try {
            incoming.acknowledgement().acknowledge();
        } catch (RuntimeException gone) {
            log.debug("An acknowledgement could not be sent; the broker sends the frame again, as a duplicate", gone);
        }
    }
}
