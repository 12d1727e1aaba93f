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

    /** Of all that was asked for since the last beginning; guarded by this. */
    private final Histogram inAll = new Histogram(LONGEST_NANOS, 3);

    @Override
    public void accept(List<ArchivedFrame> frames) {
        accept(frames, 0);
    }

    /** @param from frames with smaller counters are counted, and not how long they were under way */
    void accept(List<ArchivedFrame> frames, long from) {
        long now = System.nanoTime();
        for (var frame : frames) {
            long due = frame.frame().id().counter();
            if (due >= from) {
                recorder.recordValue(Math.min(Math.max(now - due, 0), LONGEST_NANOS));
            }
        }
        committed.add(frames.size());
    }

    long committed() {
        return committed.sum();
    }

    /** p50, p99 and p99.9 in ms of what came since the last call, and how many came. */
    synchronized String percentiles() {
        Histogram since = recorder.getIntervalHistogram();
        inAll.add(since);
        return words(since);
    }

    /** The same of all that came since the last beginning. */
    synchronized String percentilesInAll() {
        inAll.add(recorder.getIntervalHistogram());
        return words(inAll);
    }

    /** What came so far counts no more. */
    synchronized void beginAnew() {
        recorder.reset();
        inAll.reset();
    }

    private static String words(Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f %d",
                ms(histogram, 50),
                ms(histogram, 99),
                ms(histogram, 99.9),
                histogram.getTotalCount());
    }

    private static double ms(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
