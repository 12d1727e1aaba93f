package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.handrail.signals.Beats;

/**
 * Cuts beats: a gap is cut where the frame ends, an interval never, it goes whole into the frame in which its beat comes.
 * So each frame begins where the one before it ended. Counts in nanoseconds since the origin, for there are many beats.
 */
final class BeatCutter {

    private static final long NANOS_A_MS = 1_000_000;

    /** Hears of each frame in turn. */
    @FunctionalInterface
    interface Frames {
        void next(Instant start, Instant completeAt, Beats beats);
    }

    private final Instant origin;
    private final long frameLength;
    private final BeatChannel channel;

    private int[] open = new int[64];
    private int opened;
    private long openedAt;
    private long cursor;
    private long boundary;

    BeatCutter(Instant origin, Duration frameLength, BeatChannel channel) {
        this.origin = origin;
        this.frameLength = frameLength.toNanos();
        this.channel = channel;
        this.cursor = Duration.between(origin, channel.start()).toNanos();
        this.openedAt = cursor;
        this.boundary = FrameCutter.boundaryAfter(cursor, this.frameLength);
    }

    void cut(Frames frames) {
        var entries = channel.entries();
        for (int i = 0; i < entries.size(); i++) {
            int entry = entries.at(i);
            if (entry > 0) {
                interval(entry, frames);
            } else {
                gap(-entry, frames);
            }
        }
        close(cursor, frames);
    }

    private void interval(int ms, Frames frames) {
        long end = cursor + ms * NANOS_A_MS;
        if (end > boundary) {
            close(boundary, frames);
            // The frame in which the beat comes, also where the beat falls on its end.
            boundary = FrameCutter.boundaryAfter(end - NANOS_A_MS, frameLength);
        }
        add(ms, end, frames);
    }

    private void gap(int ms, Frames frames) {
        long end = cursor + ms * NANOS_A_MS;
        while (end > boundary) {
            int part = (int) ((boundary - cursor) / NANOS_A_MS);
            if (part > 0) {
                add(-part, boundary, frames);
            }
            close(boundary, frames);
            boundary += frameLength;
        }
        int rest = (int) ((end - cursor) / NANOS_A_MS);
        if (rest > 0) {
            add(-rest, end, frames);
        }
    }

    private void add(int entry, long end, Frames frames) {
        if (opened == open.length) {
            open = Arrays.copyOf(open, 2 * opened);
        }
        open[opened++] = entry;
        cursor = end;
        if (opened == Beats.MAX_ENTRIES) {
            close(cursor, frames);
        }
    }

    private void close(long completeAt, Frames frames) {
        if (opened > 0) {
            var beats = Beats.of(Arrays.copyOf(open, opened));
            frames.next(origin.plusNanos(openedAt), origin.plusNanos(completeAt), beats);
            opened = 0;
        }
        openedAt = cursor;
    }
}
