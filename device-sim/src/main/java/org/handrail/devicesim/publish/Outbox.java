package org.handrail.devicesim.publish;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The frames that a watch keeps until they are confirmed: some wait, some are under way. Bounded; whoever brings more waits.
 * What was confirmed shortly before a connection was lost goes out again on the next one: a broker that died may have
 * confirmed it and not yet saved it. Any thread may call it.
 */
final class Outbox {

    /**
     * A frame as it goes out, the same bytes each time. One that is handed in twice is two parcels: equal are only those that
     * share their bytes.
     */
    record Parcel(String topic, byte[] payload) {}

    /**
     * Where a parcel stands in the order, which it keeps whatever becomes of it.
     *
     * @param isConfirmed whether it goes out again although it was confirmed
     */
    private record Place(long order, Parcel parcel, boolean isConfirmed) {}

    /** @param atNanos when it was confirmed, monotonic */
    private record Confirmed(Place place, long atNanos) {}

    private final int keptAtMost;
    private final long confirmedKeptNanos;
    private final NavigableMap<Long, Place> waiting = new TreeMap<>();
    private final Map<Parcel, Place> underWay = new HashMap<>();
    private final ArrayDeque<Confirmed> confirmed = new ArrayDeque<>();
    private long last;
    private long first;
    private @Nullable Object way;
    private boolean closed;
    private long accepted;
    private long acknowledged;
    private long resent;

    Outbox(int keptAtMost, Duration confirmedKept) {
        this.keptAtMost = keptAtMost;
        this.confirmedKeptNanos = confirmedKept.toNanos();
    }

    /** Keeps the frame as soon as there is room. */
    synchronized void put(Parcel parcel) throws InterruptedException {
        while (kept() >= keptAtMost && !closed) {
            wait();
        }
        if (closed) {
            throw new IllegalStateException("The watch is closed and takes no more frames");
        }
        put(++last, parcel);
    }

    /** Keeps the frame if there is room. */
    synchronized boolean offer(Parcel parcel) {
        if (kept() >= keptAtMost) {
            return false;
        }
        put(++last, parcel);
        return true;
    }

    /** Keeps the frame whether or not there is room, and before all that wait: a person pressed a button. */
    synchronized void putFirst(Parcel parcel) {
        put(--first, parcel);
    }

    private void put(long order, Parcel parcel) {
        waiting.put(order, new Place(order, parcel, false));
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
        var next = waiting.pollFirstEntry().getValue();
        underWay.put(next.parcel(), next);
        return Optional.of(next.parcel());
    }

    synchronized void acknowledged(Parcel parcel) {
        var place = underWay.remove(parcel);
        if (place == null) {
            return;
        }
        if (!place.isConfirmed()) {
            acknowledged++;
        }
        long now = System.nanoTime();
        confirmed.add(new Confirmed(new Place(place.order(), place.parcel(), true), now));
        forgetConfirmed(now);
        notifyAll();
    }

    private void forgetConfirmed(long now) {
        while (!confirmed.isEmpty() && now - confirmed.peekFirst().atNanos() >= confirmedKeptNanos) {
            confirmed.removeFirst();
        }
    }

    /** The frame did not get on its way after all; it waits where it stood. */
    synchronized void takeBack(Parcel parcel) {
        var place = underWay.remove(parcel);
        if (place != null) {
            waiting.put(place.order(), place);
        }
    }

    /** From now on frames go out by this way. */
    synchronized void open(Object newWay) {
        way = newWay;
    }

    /** The way is gone: all that was under way, or was confirmed just now, waits again, each where it stood. */
    synchronized void takeAllBack() {
        way = null;
        forgetConfirmed(System.nanoTime());
        resent += underWay.size() + confirmed.size();
        underWay.values().forEach(place -> waiting.put(place.order(), place));
        underWay.clear();
        confirmed.forEach(again -> waiting.put(again.place().order(), again.place()));
        confirmed.clear();
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
