package org.handrail.devicesim.publish;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.signals.Nudge;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Topics;

/**
 * A watch on the wire. It keeps each frame until the broker has confirmed it, connects again by itself and then sends again
 * what was not confirmed; it drops nothing. Any thread may call it. The scheduler is the caller's and may serve many watches;
 * nothing here keeps it busy.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final Duration PUMP_AGAIN_AFTER = Duration.ofMillis(100);

    private final WatchCredential credential;
    private final Wrapping wrapping;
    private final ScheduledExecutorService scheduler;
    private final Outbox outbox;
    private final NudgeDesk desk;
    private final Line line;
    private final AtomicInteger pumpCalls = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    /** @param clock the wearer's time, for the instants of answers */
    public Watch(
            WatchCredential credential,
            WatchSettings settings,
            AnswerPolicy policy,
            Clock clock,
            ScheduledExecutorService scheduler) {
        this(credential, settings, Wrapping.plain(settings.format()), policy, clock, scheduler);
    }

    /** @param wrapping instead of what the protocol says, for a watch that has faults */
    public Watch(
            WatchCredential credential,
            WatchSettings settings,
            Wrapping wrapping,
            AnswerPolicy policy,
            Clock clock,
            ScheduledExecutorService scheduler) {
        this.credential = credential;
        this.wrapping = wrapping;
        this.scheduler = scheduler;
        this.outbox = new Outbox(settings.keptAtMost(), settings.confirmedKept());
        this.desk = new NudgeDesk(credential.device(), policy, clock, this::sendFirst, this::later);
        this.line = new Line(credential, settings, new Ends(), this::later);
    }

    /** Begins to connect, and from then on stays connected as well as it can until it is closed. */
    public void connect() {
        line.connect();
    }

    /**
     * Keeps the frame and sends it; waits while there is no room. Confirmation comes later.
     *
     * @throws IllegalStateException if the watch is closed, or is closed while it has no room
     */
    public void publish(SignalFrame frame) throws InterruptedException {
        outbox.put(parcel(frame));
        pump();
    }

    /** As {@link #publish}, but says no instead of waiting. */
    public boolean tryPublish(SignalFrame frame) {
        boolean kept = outbox.offer(parcel(frame));
        if (kept) {
            pump();
        }
        return kept;
    }

    public boolean hasRoom() {
        return outbox.hasRoom();
    }

    /** The wearer presses "reach out now" without having been asked. */
    public void reachOut() {
        desk.reachOut();
    }

    /** Who is shown each nudge; replaces whoever was. Called on a thread of the MQTT client, so it must not wait. */
    public void onNudge(Consumer<Nudge> shown) {
        desk.onNudge(shown);
    }

    /** Whether all that was handed in is confirmed within that time. */
    public boolean awaitAcknowledged(Duration atMost) throws InterruptedException {
        return outbox.awaitEmpty(atMost);
    }

    public WatchCounts counts() {
        return outbox.counts(refused.get(), line.connected(), desk.nudges(), desk.answers());
    }

    public WatchCredential credential() {
        return credential;
    }

    /** Disconnects. What was not confirmed stays in {@link #counts} as kept, and goes nowhere. */
    @Override
    public void close() {
        outbox.close();
        line.close();
    }

    private void sendFirst(SignalFrame answer) {
        outbox.putFirst(parcel(answer));
        pump();
    }

    /** Written down by whoever brings the frame, so that a frame that cannot be is theirs to hear of. */
    private Outbox.Parcel parcel(SignalFrame frame) {
        var wrapped = wrapping.wrap(frame);
        return new Outbox.Parcel(wrapped.topic(), wrapped.payload());
    }

    /** Sends what waits and may go. Whoever comes while another thread pumps leaves it to that thread to look again. */
    private void pump() {
        if (pumpCalls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        try {
            do {
                line.open().ifPresent(this::sendWhatMayGo);
                seen = pumpCalls.addAndGet(-seen);
            } while (seen != 0);
        } finally {
            if (seen != 0) {
                // Cut short by a fault: the next to come pumps again.
                pumpCalls.set(0);
            }
        }
    }

    private void sendWhatMayGo(Line.Open open) {
        var next = outbox.next(open.connection(), open.underWayAtMost());
        while (next.isPresent() && isSent(next.get(), open.connection())) {
            next = outbox.next(open.connection(), open.underWayAtMost());
        }
    }

    private boolean isSent(Outbox.Parcel parcel, Connection connection) {
        try {
            connection.send(parcel.topic(), parcel.payload(), () -> confirmed(parcel), refused::incrementAndGet);
            return true;
        } catch (MqttException notNow) {
            outbox.takeBack(parcel);
            later(PUMP_AGAIN_AFTER, this::pump);
            return false;
        }
    }

    private void confirmed(Outbox.Parcel parcel) {
        outbox.acknowledged(parcel);
        line.worked();
        pump();
    }

    private void later(Duration delay, Runnable task) {
        try {
            scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException shutDown) {
            LOG.log(Level.DEBUG, "{0} does nothing further: its scheduler is shut down", credential);
        }
    }

    /** What the line tells the watch. */
    private final class Ends implements Line.Holder {
        @Override
        public void up() {
            line.open().ifPresent(open -> outbox.open(open.connection()));
            pump();
        }

        @Override
        public void down() {
            outbox.takeAllBack();
        }

        @Override
        public void received(String topic, byte[] payload) {
            if (topic.equals(Topics.nudge(credential.device()))) {
                try {
                    desk.received(payload);
                } catch (RuntimeException fault) {
                    LOG.log(Level.WARNING, "Whoever was shown a nudge failed; the watch goes on without", fault);
                }
            }
        }
    }
}
