package org.handrail.devicesim.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.signals.FrameId;
import org.jspecify.annotations.Nullable;

/**
 * The frames that a watch keeps until they are confirmed: some wait, some are under way. Bounded; whoever brings more waits.
 * Any thread may call it.
 */
final class Outbox {

    /** A frame as it goes out, the same bytes each time. */
    record Parcel(FrameId frame, String topic, byte[] payload) {}

    /** Where a parcel stands in the order, which it keeps whatever becomes of it. */
    private record Place(long order, Parcel parcel) {}

    private final int keptAtMost;
    private final NavigableMap<Long, Parcel> waiting = new TreeMap<>();
    private final Map<FrameId, Place> underWay = new HashMap<>();
    private long last;
    private long first;
    private @Nullable Object way;
    private boolean closed;
    private long accepted;
    private long acknowledged;
    private long resent;

    Outbox(int keptAtMost) {
        this.keptAtMost = keptAtMost;
    }

    /** Keeps the frame as soon as there is room. */
    synchronized void put(Parcel parcel) throws InterruptedException {
        while (kept() >= keptAtMost && !closed) {
            wait();
        }
        if (closed) {
            throw new IllegalStateException("The watch is closed and takes no more frames");
        }
        waiting.put(++last, parcel);
        accepted++;
    }

    /** Keeps the frame if there is room. */
    synchronized boolean offer(Parcel parcel) {
        if (kept() >= keptAtMost) {
            return false;
        }
        waiting.put(++last, parcel);
        accepted++;
        return true;
    }

    /** Keeps the frame whether or not there is room, and before all that wait: a person pressed a button. */
    synchronized void putFirst(Parcel parcel) {
        waiting.put(--first, parcel);
        accepted++;
    }

    /**
     * The next frame that waits, from now on under way, unless as many are under way as may be. Empty for a way that is not the
     * one that was opened last: what went out on an old one would be passed by what goes out on the new one.
     */
    synchronized Optional<Parcel> next(Object by, int underWayAtMost) {
        if (by != way || waiting.isEmpty() || underWay.size() >= underWayAtMost) {
            return Optional.empty();
        }
        var next = waiting.pollFirstEntry();
        underWay.put(next.getValue().frame(), new Place(next.getKey(), next.getValue()));
        return Optional.of(next.getValue());
    }

    synchronized void acknowledged(FrameId id) {
        if (underWay.remove(id) != null) {
            acknowledged++;
            notifyAll();
        }
    }

    /** The frame did not get on its way after all; it waits where it stood. */
    synchronized void takeBack(FrameId id) {
        var place = underWay.remove(id);
        if (place != null) {
            waiting.put(place.order(), place.parcel());
        }
    }

    /** From now on frames go out by this way. */
    synchronized void open(Object newWay) {
        way = newWay;
    }

    /** The way is gone: all that was under way waits again, each where it stood. */
    synchronized void takeAllBack() {
        way = null;
        resent += underWay.size();
        underWay.values().forEach(place -> waiting.put(place.order(), place.parcel()));
        underWay.clear();
    }

    synchronized boolean hasRoom() {
        return kept() < keptAtMost;
    }

    /** Whether everything was confirmed within that time. */
    synchronized boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); kept() > 0 && left > 0 && !closed; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return kept() == 0;
    }

    /** Nobody need wait any longer. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized WatchCounts counts(long refused, long connected, long nudges, long answers) {
        return new WatchCounts(accepted, acknowledged, kept(), resent, refused, connected, nudges, answers);
    }

    private int kept() {
        return waiting.size() + underWay.size();
    }
}
