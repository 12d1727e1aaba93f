package org.handrail.devicesim.publish;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.signals.FrameId;

/**
 * The frames that a watch keeps until they are confirmed: some wait, some are under way. Bounded; whoever brings more waits.
 * Any thread may call it.
 */
final class Outbox {

    /** A frame as it goes out, the same bytes each time. */
    record Parcel(FrameId frame, String topic, byte[] payload) {}

    private final int keptAtMost;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private final Map<FrameId, Parcel> underWay = new LinkedHashMap<>();
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
        waiting.addLast(parcel);
        accepted++;
    }

    /** Keeps the frame if there is room. */
    synchronized boolean offer(Parcel parcel) {
        if (kept() >= keptAtMost) {
            return false;
        }
        waiting.addLast(parcel);
        accepted++;
        return true;
    }

    /** Keeps the frame whether or not there is room, and before all that wait: a person pressed a button. */
    synchronized void putFirst(Parcel parcel) {
        waiting.addFirst(parcel);
        accepted++;
    }

    /** The next frame that waits, from now on under way, unless as many are under way as may be. */
    synchronized Optional<Parcel> next(int underWayAtMost) {
        if (waiting.isEmpty() || underWay.size() >= underWayAtMost) {
            return Optional.empty();
        }
        var parcel = waiting.removeFirst();
        underWay.put(parcel.frame(), parcel);
        return Optional.of(parcel);
    }

    synchronized void acknowledged(FrameId id) {
        if (underWay.remove(id) != null) {
            acknowledged++;
            notifyAll();
        }
    }

    /** The frame did not get on its way after all; it waits at the front again. */
    synchronized void takeBack(FrameId id) {
        var parcel = underWay.remove(id);
        if (parcel != null) {
            waiting.addFirst(parcel);
        }
    }

    /** The connection is gone: all that was under way waits again, in its old order and before the rest. */
    synchronized void takeAllBack() {
        List<Parcel> lost = new ArrayList<>(underWay.values());
        underWay.clear();
        resent += lost.size();
        Collections.reverse(lost);
        lost.forEach(waiting::addFirst);
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
