package org.handrail.companion.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.handrail.ingest.FrameSink;
import org.handrail.signals.ArchivedFrame;

/**
 * Stands where the analysis would and notes how long each frame was under way. A frame's counter is the instant at which it
 * was due, on the machine's monotonic clock, which all processes share; the sink is called after the commit.
 */
final class CommitWatch implements FrameSink {

    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final Recorder recorder = new Recorder(LONGEST_NANOS, 3);
    private final LongAdder committed = new LongAdder();

    @Override
    public void accept(List<ArchivedFrame> frames) {
        long now = System.nanoTime();
        for (var frame : frames) {
            long age = now - frame.frame().id().counter();
            recorder.recordValue(Math.min(Math.max(age, 0), LONGEST_NANOS));
        }
        committed.add(frames.size());
    }

    long committed() {
        return committed.sum();
    }

    /** p50, p99 and p99.9 in ms of what came since the last call. */
    String percentiles() {
        Histogram since = recorder.getIntervalHistogram();
        return String.format(Locale.ROOT, "%.3f %.3f %.3f", ms(since, 50), ms(since, 99), ms(since, 99.9));
    }

    private static double ms(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
