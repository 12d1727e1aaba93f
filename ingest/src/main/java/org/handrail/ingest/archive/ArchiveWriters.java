package org.handrail.ingest.archive;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.ingest.ArchiveSettings;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.admission.Admission;
import org.handrail.ingest.admission.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writers and their threads. The first of them also writes down the counts of refusals between its batches. */
public final class ArchiveWriters {

    private static final Logger log = LoggerFactory.getLogger(ArchiveWriters.class);

    private final List<ArchiveWriter> writers;
    private final List<Thread> threads;
    private final Refusals refusals;
    private final RefusalTable refusalTable;
    private final Duration refusalFlush;
    private final Duration drain;

    /** Monotonic; read and written by the first writer alone until that has ended. */
    private long nextFlush = System.nanoTime();

    public ArchiveWriters(
            DataSource dataSource,
            Intake intake,
            FrameSink sink,
            Refusals refusals,
            AdmissionSettings admission,
            ArchiveSettings settings,
            MeterRegistry meters) {
        var table = new FrameTable(dataSource, Admission.lookBack(admission));
        this.refusals = refusals;
        this.refusalTable = new RefusalTable(dataSource);
        this.refusalFlush = settings.refusalFlush();
        this.drain = settings.drain();
        this.writers = IntStream.range(0, Intake.WRITERS)
                .mapToObj(number -> new ArchiveWriter(
                        number,
                        intake,
                        table,
                        sink,
                        refusals,
                        settings,
                        meters,
                        number == 0 ? this::writeRefusalsWhenDue : () -> {}))
                .toList();
        this.threads = IntStream.range(0, Intake.WRITERS)
                .mapToObj(number -> {
                    var thread = new Thread(writers.get(number), "ingest-writer-" + number);
                    thread.setDaemon(true);
                    return thread;
                })
                .toList();
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** Stores what has been received, for as long as the settings allow, and ends both threads. */
    public void drainAndStop() throws InterruptedException {
        writers.forEach(ArchiveWriter::drain);
        long deadline = System.nanoTime() + drain.toNanos();
        for (var thread : threads) {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
        }
        writers.forEach(ArchiveWriter::giveUp);
        for (var thread : threads) {
            thread.interrupt();
            thread.join(drain.toMillis());
        }
        writeRefusals();
    }

    private void writeRefusalsWhenDue() {
        if (System.nanoTime() - nextFlush >= 0) {
            writeRefusals();
            nextFlush = System.nanoTime() + refusalFlush.toNanos();
        }
    }

    private void writeRefusals() {
        try {
            refusals.writeDown(refusalTable);
        } catch (SQLException fault) {
            log.warn(
                    "Counts of refusals could not be written (SQLSTATE {}); keeps them for the next time",
                    fault.getSQLState());
        }
    }
}
