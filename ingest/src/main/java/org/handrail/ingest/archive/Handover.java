package org.handrail.ingest.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.handrail.ingest.FrameSink;
import org.handrail.signals.ArchivedFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives stored frames to the sink. A sink that throws is asked again a few times, so it may see frames twice; one that
 * throws for ever does not stop the archive, since what it missed stands there after the position it knows.
 */
final class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private static final int ATTEMPTS = 5;

    private final FrameSink sink;
    private final Patience patience;
    private final Counter failures;

    Handover(FrameSink sink, Patience patience, MeterRegistry meters) {
        this.sink = sink;
        this.patience = patience;
        this.failures = meters.counter("handrail.ingest.sink.failures");
    }

    void of(List<ArchivedFrame> fresh) throws Patience.Ended, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                sink.accept(fresh);
                return;
            } catch (RuntimeException fault) {
                failures.increment();
                log.error("The sink threw on {} stored frames; hands them over again", fresh.size(), fault);
                patience.waitAfter(attempt);
            }
        }
        log.error(
                "The sink did not take {} stored frames; goes on, and they are read from the archive at the next start",
                fresh.size());
    }
}
