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
import org.handrail.signals.SignalFrame;

/**
 * The frames that a watch keeps until they are confirmed: some wait, some are under way. Bounded; whoever brings more waits.
 * Any thread may call it.
 */
final class Outbox {

    private final int keptAtMost;
    private final Deque<SignalFrame> waiting = new ArrayDeque<>();
    private final Map<FrameId, SignalFrame> underWay = new LinkedHashMap<>();
    private long accepted;
    private long acknowledged;
    private long resent;

    Outbox(int keptAtMost) {
        this.keptAtMost = keptAtMost;
    }

    /** Keeps the frame as soon as there is room. */
    synchronized void put(SignalFrame frame) throws InterruptedException {
        while (kept() >= keptAtMost) {
            wait();
        }
        waiting.addLast(frame);
        accepted++;
    }

    /** Keeps the frame if there is room. */
    synchronized boolean offer(SignalFrame frame) {
        if (kept() >= keptAtMost) {
            return false;
        }
        waiting.addLast(frame);
        accepted++;
        return true;
    }

    /** Keeps the frame whether or not there is room, and before all that wait: a person pressed a button. */
    synchronized void putFirst(SignalFrame frame) {
        waiting.addFirst(frame);
        accepted++;
    }

    /** The next frame that waits, from now on under way, unless as many are under way as may be. */
    synchronized Optional<SignalFrame> next(int underWayAtMost) {
        if (waiting.isEmpty() || underWay.size() >= underWayAtMost) {
            return Optional.empty();
        }
        var frame = waiting.removeFirst();
        underWay.put(frame.id(), frame);
        return Optional.of(frame);
    }

    synchronized void acknowledged(FrameId id) {
        if (underWay.remove(id) != null) {
            acknowledged++;
            notifyAll();
        }
    }

    /** The frame did not get on its way after all; it waits at the front again. */
    synchronized void takeBack(FrameId id) {
        var frame = underWay.remove(id);
        if (frame != null) {
            waiting.addFirst(frame);
        }
    }

    /** The connection is gone: all that was under way waits again, in its old order and before the rest. */
    synchronized void takeAllBack() {
        List<SignalFrame> lost = new ArrayList<>(underWay.values());
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
        for (long left = atMost.toNanos(); kept() > 0 && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return kept() == 0;
    }

    synchronized WatchCounts counts(long refused, long connected, long nudges, long answers) {
        return new WatchCounts(accepted, acknowledged, kept(), resent, refused, connected, nudges, answers);
    }

    private int kept() {
        return waiting.size() + underWay.size();
    }
}
