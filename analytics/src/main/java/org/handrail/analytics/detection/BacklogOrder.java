package org.handrail.analytics.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.handrail.signals.ArchivedFrame;

/**
 * Puts one mentee's backlog in the order of its samples. MQTT promises an order within one topic only, and the embedded broker
 * not even that (ARTEMIS-6191): when a watch sends hours in a second, frames overtake each other by more minutes than the grace
 * admits. So a frame that was received long after its samples is held back for four seconds of receive time, and what is held
 * back goes on in order. A live frame passes at once, unless backlog before it still waits.
 *
 * <p>A pause counts as one second however long it was: while the house was down, what was overtaken could not come either. At
 * most {@value #MOST_HELD} frames are held. Belongs to one thread.
 */
public final class BacklogOrder {

    private static final Duration LIVE_LAG = Duration.ofSeconds(60);
    private static final long HELD_FOR_MS = 4_000;
    private static final long LONGEST_PAUSE_MS = 1_000;
    private static final Instant NOT_YET = Instant.MAX;
    static final int MOST_HELD = 2_048;

    private record Held(ArchivedFrame frame, long sinceMs) {}

    private record Key(Instant endsAt, long position) {}

    private final TreeMap<Key, Held> held =
            new TreeMap<>(Comparator.comparing(Key::endsAt).thenComparingLong(Key::position));
    private final TreeSet<Long> heldPositions = new TreeSet<>();
    private Instant latest = NOT_YET;
    private long passedMs;
    private long lastPosition;

    /** @param position up to which every frame has been taken already */
    public BacklogOrder(long position) {
        this.lastPosition = position;
    }

    /** The next frame of the archive, or one that was handed in before. Returns what goes on now, in order. */
    public List<ArchivedFrame> arrive(ArchivedFrame frame) {
        if (frame.position() <= lastPosition) {
            return List.of();
        }
        lastPosition = frame.position();
        var goesOn = letPass(frame.receivedAt());
        boolean isLive = !frame.frame().endsAt().isBefore(frame.receivedAt().minus(LIVE_LAG));
        if (isLive && held.isEmpty()) {
            goesOn.add(frame);
            return goesOn;
        }
        held.put(new Key(frame.frame().endsAt(), frame.position()), new Held(frame, passedMs));
        heldPositions.add(frame.position());
        if (held.size() > MOST_HELD) {
            goesOn.add(releaseFirst());
        }
        return goesOn;
    }

    /** Receive time goes on without a frame; to be called about every second. Returns what goes on now, in order. */
    public List<ArchivedFrame> letPass(Instant receiveTime) {
        if (latest.equals(NOT_YET)) {
            latest = receiveTime;
        } else if (receiveTime.isAfter(latest)) {
            passedMs += Math.min(Duration.between(latest, receiveTime).toMillis(), LONGEST_PAUSE_MS);
            latest = receiveTime;
        }
        var goesOn = new ArrayList<ArchivedFrame>();
        while (!held.isEmpty() && held.firstEntry().getValue().sinceMs() + HELD_FOR_MS <= passedMs) {
            goesOn.add(releaseFirst());
        }
        return goesOn;
    }

    /** Up to this position nothing is held back any more. */
    public long position() {
        return heldPositions.isEmpty() ? lastPosition : heldPositions.first() - 1;
    }

    public int size() {
        return held.size();
    }

    private ArchivedFrame releaseFirst() {
        var first = held.pollFirstEntry().getValue().frame();
        heldPositions.remove(first.position());
        return first;
    }
}
