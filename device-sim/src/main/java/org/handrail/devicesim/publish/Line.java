package org.handrail.devicesim.publish;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a watch connected as well as it can: one connection at a time, after each another, with growing waits between
 * attempts that fail.
 */
final class Line implements Connection.Listener {

    /** Who hangs on the line. Called on threads that must not wait. */
    interface Holder {

        /** The line is good again: send. */
        void up();

        /** The line is gone, and with it all that was under way. */
        void down();

        void received(String topic, byte[] payload);
    }

    /** A connection that stands, and how much may be under way on it. */
    record Open(Connection connection, int underWayAtMost) {}

    private static final Logger LOG = System.getLogger(Line.class.getName());
    private static final int MOST_DOUBLINGS = 16;

    // Given once.
    private final WatchCredential credential;
    private final WatchSettings settings;
    private final Holder holder;
    private final BiConsumer<Duration, Runnable> later;

    // As long as one connection; guarded by this.
    private @Nullable Connection connection;
    private @Nullable Open open;

    // As long as the line; guarded by this.
    private int failures;
    private long connected;
    private boolean closed;

    Line(WatchCredential credential, WatchSettings settings, Holder holder, BiConsumer<Duration, Runnable> later) {
        this.credential = credential;
        this.settings = settings;
        this.holder = holder;
        this.later = later;
    }

    /** Begins to connect, unless there is a connection already. */
    synchronized void connect() {
        if (closed || connection != null) {
            return;
        }
        try {
            connection = new Connection(credential, settings, this);
            connection.open();
        } catch (MqttException reason) {
            lost(reason);
        }
    }

    synchronized Optional<Open> open() {
        return Optional.ofNullable(open);
    }

    /** A frame was confirmed. A broker that lets a watch in and then refuses its frames earns the growing waits as well. */
    synchronized void worked() {
        failures = 0;
    }

    /** How many connections came about. */
    synchronized long connected() {
        return connected;
    }

    void close() {
        Optional<Connection> last;
        synchronized (this) {
            closed = true;
            last = Optional.ofNullable(connection);
            connection = null;
            open = null;
        }
        last.ifPresent(Connection::close);
    }

    @Override
    public void up(Connection source, int receiveMaximum) {
        synchronized (this) {
            if (source != connection) {
                return;
            }
            open = new Open(source, Math.min(settings.inFlightAtMost(), receiveMaximum));
            connected++;
        }
        holder.up();
    }

    @Override
    public synchronized void down(Connection source, @Nullable Throwable reason) {
        if (source == connection) {
            lost(reason);
        }
    }

    @Override
    public void received(String topic, byte[] payload) {
        holder.received(topic, payload);
    }

    private synchronized void lost(@Nullable Throwable reason) {
        var gone = Optional.ofNullable(connection);
        connection = null;
        open = null;
        holder.down();
        var wait = settings.reconnectAfter().multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        var waitAtMost = wait.compareTo(settings.reconnectAtMost()) < 0 ? wait : settings.reconnectAtMost();
        LOG.log(
                Level.DEBUG,
                "{0} is not connected ({1}); it keeps its frames and tries again in {2}",
                credential,
                reason == null ? "refused" : reason.getClass().getSimpleName(),
                waitAtMost);
        // The client's threads must not take their own connection down.
        later.accept(Duration.ZERO, () -> gone.ifPresent(Connection::close));
        later.accept(waitAtMost, this::connect);
    }
}
