package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.signals.Beats;

/**
 * Cuts beats: a gap is cut where the frame ends, an interval never, it goes whole into the frame in which its beat comes.
 * So each frame begins where the one before it ended.
 */
final class BeatCutter {

    /** Beats of one frame. */
    record Piece(Instant start, Instant completeAt, Beats beats) {}

    private final Instant origin;
    private final Duration frameLength;
    private final BeatChannel channel;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private Instant openedAt;
    private Instant cursor;
    private Instant boundary;

    BeatCutter(Instant origin, Duration frameLength, BeatChannel channel) {
        this.origin = origin;
        this.frameLength = frameLength;
        this.channel = channel;
        this.openedAt = channel.start();
        this.cursor = channel.start();
        this.boundary = FrameCutter.boundaryAfter(origin, cursor, frameLength);
    }

    List<Piece> pieces() {
        channel.entries().stream().forEach(entry -> {
            if (entry > 0) {
                interval(entry);
            } else {
                gap(-entry);
            }
        });
        close(cursor);
        return List.copyOf(pieces);
    }

    private void interval(int ms) {
        Instant end = cursor.plusMillis(ms);
        if (end.isAfter(boundary)) {
            close(boundary);
            // The frame in which the beat comes, also where the beat falls on its end.
            boundary = FrameCutter.boundaryAfter(origin, end.minusMillis(1), frameLength);
        }
        add(ms, end);
    }

    private void gap(int ms) {
        Instant end = cursor.plusMillis(ms);
        while (end.isAfter(boundary)) {
            int part = Math.toIntExact(Duration.between(cursor, boundary).toMillis());
            if (part > 0) {
                add(-part, boundary);
            }
            close(boundary);
            boundary = boundary.plus(frameLength);
        }
        int rest = Math.toIntExact(Duration.between(cursor, end).toMillis());
        if (rest > 0) {
            add(-rest, end);
        }
    }

    private void add(int entry, Instant end) {
        open.add(entry);
        cursor = end;
        if (open.size() == Beats.MAX_ENTRIES) {
            close(cursor);
        }
    }

    private void close(Instant completeAt) {
        if (!open.isEmpty()) {
            int[] entries = open.stream().mapToInt(Integer::intValue).toArray();
            pieces.add(new Piece(openedAt, completeAt, Beats.of(entries)));
            open.clear();
        }
        openedAt = cursor;
    }
}
