package org.handrail.devicesim.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.StreamKind;
import org.handrail.signals.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One watch of a load and its connection, which is made again whenever it breaks: then what the broker had not confirmed is
 * sent again, in its order and marked as sent before, ahead of anything new. Belongs to the fleet's thread.
 */
final class Line implements Heard.Ear {

    private static final int IN_BYTES = 2_048;

    private enum State {
        AWAY,
        CONNECTING,
        SIGNING_IN,
        OPEN
    }

    // Valid as long as the watch.
    private final WatchCredential credential;
    private final InetSocketAddress broker;
    private final LoadSettings settings;
    private final List<FrameMould> moulds;
    private final Map<StreamKind, byte[]> topics = new EnumMap<>(StreamKind.class);
    private final Window window;
    private int nextMould;
    private long lastCounter;
    private int breaks;

    // Valid for one connection.
    private State state = State.AWAY;
    private @Nullable SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocateDirect(IN_BYTES);
    private final ByteBuffer out;
    private int receiveMaximum;
    private int sentAgain;

    /** Confirmed before the last break, and sent again for a broker that may have forgotten them. */
    private final ArrayDeque<Window.Recent> repeated = new ArrayDeque<>();

    private long saidAt;
    private long heardAt;

    /** When to try again, on the monotonic clock. */
    private long awayUntil;

    Line(
            WatchCredential credential,
            InetSocketAddress broker,
            LoadSettings settings,
            List<FrameMould> moulds,
            int number) {
        this.credential = credential;
        this.broker = broker;
        this.settings = settings;
        this.moulds = moulds;
        this.nextMould = number % moulds.size();
        this.window = new Window(settings.inFlightAtMost(), settings.confirmedKept());
        this.out = ByteBuffer.allocateDirect(Math.max(4_096, 24 * settings.packetBytes()));
        this.awayUntil = System.nanoTime();
        for (var mould : moulds) {
            var topic = Topics.up(credential.device(), mould.stream());
            topics.put(mould.stream(), topic.getBytes(StandardCharsets.UTF_8));
        }
    }

    WatchCredential credential() {
        return credential;
    }

    Window window() {
        return window;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether the broker has answered everything, repetitions included. */
    boolean isThrough() {
        return window.size() == 0 && repeated.isEmpty();
    }

    int breaks() {
        return breaks;
    }

    /** What has to be done by time alone: connect again, or ask whether the broker is still there. */
    void tick(long now, Selector selector) {
        if (state == State.AWAY) {
            if (now - awayUntil >= 0) {
                connect(now, selector);
            }
            return;
        }
        long quiet = settings.keepAlive().toNanos() / 2;
        if (now - heardAt > 3 * quiet) {
            breakOff(now);
        } else if (state == State.OPEN && now - Math.max(saidAt, heardAt) > quiet && out.remaining() >= 2) {
            Packets.ping(out);
            flush(now);
        }
    }

    private void connect(long now, Selector selector) {
        state = State.CONNECTING;
        heardAt = now;
        try {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
            channel.connect(broker);
        } catch (IOException broken) {
            breakOff(now);
        }
    }

    /** The selector says that something can be done. */
    void ready(SelectionKey ready, long now) {
        var channel = (SocketChannel) ready.channel();
        try {
            if (state == State.CONNECTING && channel.finishConnect()) {
                state = State.SIGNING_IN;
                int keepAlive = (int) settings.keepAlive().toSeconds();
                Packets.connect(out, credential.device().value(), credential.secret(), keepAlive);
            }
            hear(channel, now);
        } catch (IOException | IllegalStateException broken) {
            breakOff(now);
            return;
        }
        flush(now);
    }

    private void hear(SocketChannel channel, long now) throws IOException {
        int read = channel.read(in);
        if (read < 0) {
            throw new IOException("The broker closed the connection");
        }
        if (read > 0) {
            heardAt = now;
            in.flip();
            Heard.read(in, this);
            in.compact();
        }
    }

    /** Sends what has room: first what is sent again, then new frames that are due. */
    void fill(Schedule schedule, int number, long now, long wallMs) {
        if (state != State.OPEN) {
            return;
        }
        sentAgain = Math.min(sentAgain, window.size());
        while (sentAgain > 0 && hasRoomToWrite()) {
            int slot = window.slotOf(window.size() - sentAgain--);
            if (!window.isAnswered(slot)) {
                write(slot, true);
            }
        }
        int most = Math.min(window.slots(), receiveMaximum);
        while (sentAgain == 0 && !repeated.isEmpty() && window.size() < most && hasRoomToWrite()) {
            var again = repeated.removeFirst();
            write(window.add(again.counter(), again.completeAtMs(), again.mould()) - 1, false);
        }
        while (sentAgain == 0 && window.size() < most && hasRoomToWrite() && schedule.hasDue(number, now)) {
            long due = schedule.take(number, now);
            lastCounter = Math.max(lastCounter + 1, due);
            int id = window.add(lastCounter, wallMs - (now - due) / 1_000_000, nextMould);
            nextMould = (nextMould + 1) % moulds.size();
            write(id - 1, false);
        }
        flush(now);
    }

    private boolean hasRoomToWrite() {
        return out.remaining() >= 2 * settings.packetBytes();
    }

    private void write(int slot, boolean isAgain) {
        var mould = moulds.get(window.mould(slot));
        byte[] topic = topics.getOrDefault(mould.stream(), new byte[0]);
        Packets.publish(out, isAgain, topic, slot + 1, mould.size());
        mould.pourInto(out, window.counter(slot), window.completeAtMs(slot));
    }

    private void flush(long now) {
        var connected = key;
        if (connected == null || out.position() == 0) {
            return;
        }
        try {
            out.flip();
            ((SocketChannel) connected.channel()).write(out);
            out.compact();
            saidAt = now;
            int interest = SelectionKey.OP_READ | (out.position() > 0 ? SelectionKey.OP_WRITE : 0);
            if (connected.interestOps() != interest) {
                connected.interestOps(interest);
            }
        } catch (IOException broken) {
            breakOff(now);
        }
    }

    /** Gives the connection up, to be made again after a pause. */
    private void breakOff(long now) {
        close();
        breaks++;
        awayUntil = now + settings.reconnectAfter().toNanos();
    }

    /** Says goodbye; what was not confirmed stays so. */
    void leave(long now) {
        if (state == State.OPEN && out.remaining() >= 2) {
            Packets.leave(out);
            flush(now);
        }
        close();
    }

    private void close() {
        state = State.AWAY;
        in.clear();
        out.clear();
        sentAgain = 0;
        var connected = key;
        key = null;
        if (connected != null) {
            try {
                connected.channel().close();
            } catch (IOException gone) {
                // It is given up in any case.
            }
        }
    }

    @Override
    public void signedIn(int allowed) {
        state = State.OPEN;
        receiveMaximum = allowed;
        sentAgain = window.size();
        repeated.addAll(window.takeRecent());
    }

    @Override
    public void confirmed(int packetId) {
        window.answer(packetId, true);
    }

    @Override
    public void refused(int packetId) {
        window.answer(packetId, false);
    }
}
