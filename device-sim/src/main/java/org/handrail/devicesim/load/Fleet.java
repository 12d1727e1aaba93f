package org.handrail.devicesim.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * Many watches on one thread, each with a connection and a credential of its own, which publish frames of QoS 1. What was
 * published and not confirmed is sent again after a broken connection, so the fleet knows at any time which frames the
 * broker has promised to keep.
 *
 * <p><b>Why not Paho.</b> Whoever measures a house on the machine that the house runs on must cost little beside it. Paho
 * keeps two or three threads for each client and takes many objects and two locks for each frame. Here one thread serves
 * all connections, frames are copied from {@linkplain FrameMould moulds}, and a confirmation sets a flag.
 *
 * <p><b>Counters.</b> A frame's counter is the instant at which it was due, in nanoseconds of {@link System#nanoTime}, or
 * the one before it plus one. On Linux that clock is the machine's and the same for all processes, so who sees the frame
 * at the other end can tell how old it is.
 */
public final class Fleet implements AutoCloseable {

    /** Longest rest of the thread, so also how late a frame that is due may set out. */
    private static final long REST_MS = 1;

    private final List<Line> lines = new ArrayList<>();
    private final Clock clock;
    private final Selector selector;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable LoadRun run;
    private volatile boolean allOpen;
    private volatile int breaks;

    private Fleet(List<WatchCredential> credentials, LoadSettings settings, Clock clock) throws IOException {
        this.clock = clock;
        this.selector = Selector.open();
        var moulds = LoadFrames.ofSize(settings.packetBytes()).stream()
                .map(FrameMould::of)
                .toList();
        for (var credential : credentials) {
            lines.add(new Line(
                    credential, BrokerAddress.of(URI.create(credential.brokerUri())), settings, moulds, lines.size()));
        }
        this.thread = new Thread(this::turn, "load");
        this.thread.setDaemon(true);
    }

    /** Lets the watches connect, and connect again, from now on. */
    public static Fleet start(List<WatchCredential> credentials, LoadSettings settings, Clock clock) {
        try {
            var fleet = new Fleet(credentials, settings, clock);
            fleet.thread.start();
            return fleet;
        } catch (IOException e) {
            throw new UncheckedIOException("The watches could not be made ready", e);
        }
    }

    /** Whether all watches are connected now. */
    public boolean isConnected() {
        return allOpen;
    }

    /** Connections that broke, or could not be made, so far. */
    public int breaks() {
        return breaks;
    }

    /** Begins a load; one at a time. */
    public LoadRun send(LoadPlan plan) {
        var before = run;
        if (before != null && !before.isOver()) {
            throw new IllegalStateException("The watches still send what they were told before");
        }
        var next = new LoadRun(new Schedule(plan, lines.size(), System.nanoTime()));
        run = next;
        return next;
    }

    private void turn() {
        while (!closing) {
            try {
                selector.select(this::serve, REST_MS);
            } catch (IOException broken) {
                throw new UncheckedIOException("The watches cannot be served any more", broken);
            }
            serveAll();
        }
        lines.forEach(line -> line.leave(System.nanoTime()));
    }

    private void serve(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Line line) {
            line.ready(key, System.nanoTime());
        }
    }

    private void serveAll() {
        long now = System.nanoTime();
        long wallMs = clock.millis();
        var current = run;
        long confirmed = 0;
        long refused = 0;
        int broken = 0;
        int open = 0;
        boolean allAnswered = true;
        for (int number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            line.tick(now, selector);
            if (current != null) {
                line.fill(current.schedule(), number, now, wallMs);
            }
            confirmed += line.window().confirmedCount();
            refused += line.window().refusedCount();
            broken += line.breaks();
            open += line.isOpen() ? 1 : 0;
            allAnswered &= line.isThrough();
        }
        allOpen = open == lines.size();
        breaks = broken;
        if (current != null) {
            current.note(confirmed, refused, allAnswered, now);
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counters of the frames that the broker confirmed, by device; to be asked after closing. */
    public Map<DeviceId, long[]> confirmed() {
        if (thread.isAlive()) {
            throw new IllegalStateException("What was confirmed is known once the watches are closed");
        }
        var counters = new HashMap<DeviceId, long[]>();
        lines.forEach(
                line -> counters.put(line.credential().device(), line.window().confirmed()));
        return counters;
    }
}
