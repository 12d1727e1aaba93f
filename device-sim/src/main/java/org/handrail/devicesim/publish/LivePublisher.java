package org.handrail.devicesim.publish;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Sends each frame when its end has come by the clock. One thread of the scheduler serves all watches and waits for none: a
 * watch without room is passed over, and catches up when it has room, for its source forgets nothing. Speed is the clock's:
 * see {@link PacedClock}.
 */
public final class LivePublisher implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LivePublisher.class.getName());
    private static final Duration MOST_AT_ONCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Duration frameLength;
    private final List<LiveFeed> feeds = new CopyOnWriteArrayList<>();
    private @Nullable ScheduledFuture<?> ticking;

    public LivePublisher(Clock clock, Duration frameLength) {
        this.clock = clock;
        this.frameLength = frameLength;
    }

    /** Sends from that instant on: where the backlog ended. */
    public void add(Feed feed, Instant from) {
        feeds.add(new LiveFeed(feed, from));
    }

    /** Looks this often for what is due, until closed. */
    public synchronized void start(ScheduledExecutorService scheduler, Duration every) {
        if (ticking == null) {
            ticking = scheduler.scheduleWithFixedDelay(this::tick, 0, every.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Sends what is due by the clock now, as far as watches have room. For whoever moves time by hand.
     *
     * @throws RuntimeException what the first source to fail threw, after the other sources had their turn; nothing is lost,
     *     the next call asks it again
     */
    public synchronized void sendWhatIsDue() {
        Instant now = clock.instant();
        var faults = new ArrayList<RuntimeException>();
        for (LiveFeed feed : feeds) {
            try {
                feed.send(now);
            } catch (RuntimeException fault) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    @Override
    public synchronized void close() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void tick() {
        try {
            sendWhatIsDue();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "What was due was not all sent; it is tried again with the next tick", fault);
        }
    }

    /** How far one feed is. */
    private final class LiveFeed {

        private final Feed feed;
        private Instant cutUntil;
        private Iterator<SignalFrame> due = Collections.emptyIterator();

        LiveFeed(Feed feed, Instant from) {
            this.feed = feed;
            this.cutUntil = from;
        }

        void send(Instant now) {
            while (due.hasNext() || cutUntil.isBefore(now)) {
                if (!due.hasNext()) {
                    Instant until = cutUntil.plus(MOST_AT_ONCE).isBefore(now) ? cutUntil.plus(MOST_AT_ONCE) : now;
                    due = feed.source()
                            .frames(new TimeWindow(cutUntil, until), frameLength)
                            .iterator();
                    cutUntil = until;
                } else if (feed.watch().hasRoom()) {
                    feed.watch().tryPublish(due.next());
                } else {
                    return;
                }
            }
        }
    }
}
