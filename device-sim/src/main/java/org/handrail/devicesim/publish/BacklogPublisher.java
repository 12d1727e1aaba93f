package org.handrail.devicesim.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * Sends the past as fast as it is confirmed: hour by hour, each hour for every watch before the next hour for any. Waits where
 * a watch has no room, so the broker's pace is kept.
 */
public final class BacklogPublisher {

    /** Hears how far it is, on the publishing thread. */
    @FunctionalInterface
    public interface Progress {

        /** Hours of watches sent, of all; equal only once everything is confirmed. */
        void report(long done, long total);
    }

    private static final Duration SLICE = Duration.ofHours(1);

    private final Duration frameLength;
    private final Progress progress;

    public BacklogPublisher(Duration frameLength, Progress progress) {
        this.frameLength = frameLength;
        this.progress = progress;
    }

    /**
     * Sends all that was complete within the span, and returns when it is confirmed.
     *
     * @return whether it was confirmed within {@code confirmedWithin} after the last frame was handed in
     */
    public boolean publish(List<Feed> feeds, TimeWindow span, Duration confirmedWithin) throws InterruptedException {
        long slices = ceilDiv(span.length());
        long total = slices * feeds.size();
        long done = 0;
        progress.report(0, total);
        for (Instant start = span.start(); start.isBefore(span.end()); start = start.plus(SLICE)) {
            Instant end = start.plus(SLICE).isBefore(span.end()) ? start.plus(SLICE) : span.end();
            for (Feed feed : feeds) {
                publish(feed, new TimeWindow(start, end));
                done++;
                if (done < total) {
                    progress.report(done, total);
                }
            }
        }
        for (Feed feed : feeds) {
            if (!feed.watch().awaitAcknowledged(confirmedWithin)) {
                return false;
            }
        }
        progress.report(total, total);
        return true;
    }

    private void publish(Feed feed, TimeWindow slice) throws InterruptedException {
        Iterator<SignalFrame> frames = feed.source().frames(slice, frameLength).iterator();
        while (frames.hasNext()) {
            feed.watch().publish(frames.next());
        }
    }

    private static long ceilDiv(Duration length) {
        return length.plus(SLICE).minusNanos(1).dividedBy(SLICE);
    }
}
