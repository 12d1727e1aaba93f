package org.handrail.devicesim.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;
import org.handrail.signals.NudgeCodec;
import org.handrail.signals.StreamKind;
import org.handrail.signals.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One worn watch of a crowd: walks through somebody's minutes, sends each frame when it is due, keeps what is not confirmed
 * and sends it again on the next connection, and hears its nudges. Small, for there are very many: buffers are the crowd's.
 * What was due while it was away it sends when it is back. Belongs to the crowd's thread.
 */
final class WornLine implements Heard.Ear {

    /** Of the subscription; frames have the ids below it. */
    private static final int SUBSCRIBING_ID = 65_535;

    private static final long MINUTE_MS = 60_000;

    private enum State {
        AWAY,
        CONNECTING,
        SIGNING_IN,
        SUBSCRIBING,
        OPEN
    }

    /** A frame that the broker has not answered. */
    private record Sent(WornMinutes.Piece piece, long minute, long counter, long due, int packetId, long at) {}

    // Valid as long as the watch.
    private final int number;
    private final WatchCredential credential;
    private final Crowd crowd;
    private final long offset;
    private final long joinedAt;
    private WornMinutes minutes;
    private long minute;
    private int place;
    private long lastCounter;
    private long minuteBeganAt;
    private long[] confirmed = new long[16];
    private int confirmedCount;
    private @Nullable UUID lastNudge;
    private final ArrayDeque<Sent> unconfirmed = new ArrayDeque<>(2);
    private int nextPacketId = 1;

    // Valid for one connection.
    private State state = State.AWAY;
    private @Nullable SelectionKey key;
    private byte[] unread = new byte[0];
    private byte[] unwritten = new byte[0];
    private int receiveMaximum;
    private int sentAgain;
    private long beganAt;
    private int failures;
    private long awayUntil;

    /**
     * @param minute whose content is sent first
     * @param offset between a minute since 1970 and the place of its content in the hours
     * @param joinedAt what was due before is remembered: it has small counters, and nobody counts how late it is
     */
    WornLine(
            int number,
            WatchCredential credential,
            Crowd crowd,
            WornMinutes minutes,
            long minute,
            long offset,
            long joinedAt) {
        this.number = number;
        this.credential = credential;
        this.crowd = crowd;
        this.minutes = minutes;
        this.minute = minute;
        this.offset = offset;
        this.joinedAt = joinedAt;
        this.awayUntil = joinedAt;
    }

    int number() {
        return number;
    }

    DeviceId device() {
        return credential.device();
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    long[] confirmed() {
        return Arrays.copyOf(confirmed, confirmedCount);
    }

    /** Goes on with other content for the same minutes. */
    void wear(WornMinutes others) {
        minutes = others;
    }

    /** Does what is due, and says when it wants its next turn. */
    long turn(long now) {
        return switch (state) {
            case AWAY -> comeBack(now);
            case CONNECTING, SIGNING_IN, SUBSCRIBING -> waitFor(beganAt, now);
            case OPEN -> send(now);
        };
    }

    private long comeBack(long now) {
        if (now - awayUntil < 0) {
            return awayUntil;
        }
        if (!crowd.mayConnect()) {
            return now + Crowd.WAITS_FOR_A_PLACE_NANOS;
        }
        state = State.CONNECTING;
        beganAt = now;
        crowd.connecting(1);
        try {
            var channel = SocketChannel.open();
            key = crowd.register(channel, this);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var source = crowd.sourceOf(number);
            if (source.isPresent()) {
                channel.bind(source.get());
            }
            if (channel.connect(crowd.broker())) {
                signIn();
            }
        } catch (IOException broken) {
            return breakOff(now);
        }
        return waitFor(beganAt, now);
    }

    private void signIn() throws IOException {
        state = State.SIGNING_IN;
        var out = crowd.out();
        int keepAlive = (int) crowd.settings().keepAlive().toSeconds();
        Packets.connect(out, credential.device().value(), credential.secret(), keepAlive);
        write(out);
    }

    private long waitFor(long since, long now) {
        long patience = crowd.settings().patience().toNanos();
        return now - since >= patience ? breakOff(now) : since + patience;
    }

    /** The selector says that something can be done. */
    long ready(SelectionKey ready, long now) {
        var channel = (SocketChannel) ready.channel();
        try {
            if (state == State.CONNECTING && channel.finishConnect()) {
                signIn();
            }
            if (ready.isReadable()) {
                hear(channel);
            }
            if (ready.isValid() && ready.isWritable() && unwritten.length > 0) {
                write(crowd.out());
            }
        } catch (IOException | IllegalStateException broken) {
            return breakOff(now);
        }
        return turn(now);
    }

    private void hear(SocketChannel channel) throws IOException {
        var in = crowd.in();
        in.put(unread);
        int read = channel.read(in);
        if (read < 0) {
            throw new IOException("The broker closed the connection");
        }
        in.flip();
        Heard.read(in, this);
        unread = in.hasRemaining() ? bytesOf(in) : Crowd.NOTHING;
    }

    private long send(long now) {
        try {
            var oldest = unconfirmed.peekFirst();
            if (oldest != null
                    && now - oldest.at() >= crowd.settings().patience().toNanos()) {
                return breakOff(now);
            }
            var out = crowd.out();
            sendAgain(out, now);
            sendDue(out, now);
            write(out);
        } catch (IOException broken) {
            return breakOff(now);
        }
        var oldest = unconfirmed.peekFirst();
        long patience = crowd.settings().patience().toNanos();
        boolean isFull = sentAgain > 0 || unconfirmed.size() >= mostUnderWay();
        long next = isFull ? now + patience : crowd.nanosAt(dueMs());
        return oldest == null || next - (oldest.at() + patience) < 0 ? next : oldest.at() + patience;
    }

    /** What an earlier connection left without an answer, in its order. */
    private void sendAgain(ByteBuffer out, long now) {
        if (sentAgain == 0 || unwritten.length > 0) {
            return;
        }
        var again = new ArrayDeque<Sent>(unconfirmed.size());
        for (Iterator<Sent> left = unconfirmed.iterator(); left.hasNext(); ) {
            var sent = left.next();
            again.add(new Sent(sent.piece(), sent.minute(), sent.counter(), sent.due(), sent.packetId(), now));
        }
        unconfirmed.clear();
        unconfirmed.addAll(again);
        sentAgain = 0;
        unconfirmed.forEach(sent -> publish(out, sent, true));
    }

    private void sendDue(ByteBuffer out, long now) {
        while (unwritten.length == 0 && unconfirmed.size() < mostUnderWay()) {
            var pieces = minutes.at(minute + offset);
            long due = crowd.nanosAt(dueMs());
            if (due - now > 0) {
                return;
            }
            lastCounter = isRemembered(due) ? lastCounter + 1 : Math.max(lastCounter + 1, due);
            if (place == 0) {
                minuteBeganAt = due;
            }
            var sent = new Sent(pieces.get(place), minute, lastCounter, due, nextPacketId, now);
            nextPacketId = nextPacketId % (SUBSCRIBING_ID - 1) + 1;
            unconfirmed.add(sent);
            crowd.began();
            publish(out, sent, false);
            place++;
            if (place == pieces.size()) {
                place = 0;
                minute++;
            }
        }
    }

    private boolean isRemembered(long due) {
        return due - joinedAt < 0;
    }

    private long dueMs() {
        return crowd.cadence()
                .dueMs(number, minute, place, minutes.at(minute + offset).size());
    }

    private int mostUnderWay() {
        return Math.min(crowd.settings().inFlightAtMost(), receiveMaximum);
    }

    private void publish(ByteBuffer out, Sent sent, boolean isAgain) {
        var mould = sent.piece().mould();
        byte[] topic = topicOf(mould.stream());
        Packets.publish(out, isAgain, topic, sent.packetId(), mould.size());
        mould.pourFrom(
                out, sent.counter(), sent.minute() * MINUTE_MS + sent.piece().startMs());
    }

    /** Made anew for each frame: six kept for each of very many watches would be most of what they keep. */
    private byte[] topicOf(StreamKind stream) {
        return Topics.up(credential.device(), stream).getBytes(UTF_8);
    }

    /** What the connection does not take now is written when it takes more. */
    private void write(ByteBuffer fresh) throws IOException {
        var connected = key;
        if (connected == null) {
            return;
        }
        fresh.flip();
        var channel = (SocketChannel) connected.channel();
        if (unwritten.length > 0) {
            var late = ByteBuffer.wrap(unwritten);
            channel.write(late);
            unwritten = bytesOf(late);
        }
        if (unwritten.length == 0 && fresh.hasRemaining()) {
            channel.write(fresh);
        }
        if (fresh.hasRemaining()) {
            byte[] rest = bytesOf(fresh);
            int before = unwritten.length;
            unwritten = Arrays.copyOf(unwritten, before + rest.length);
            System.arraycopy(rest, 0, unwritten, before, rest.length);
        }
        int interest = SelectionKey.OP_READ | (unwritten.length > 0 ? SelectionKey.OP_WRITE : 0);
        if (connected.interestOps() != interest) {
            connected.interestOps(interest);
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        if (!buffer.hasRemaining()) {
            return Crowd.NOTHING;
        }
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Takes the line down, to be made again after a while. */
    long breakOff(long now) {
        close();
        crowd.broke();
        var settings = crowd.settings();
        long wait = crowd.cadence()
                .waitMs(
                        number,
                        failures++,
                        settings.reconnectAfter().toMillis(),
                        settings.reconnectAtMost().toMillis());
        awayUntil = now + wait * 1_000_000;
        return awayUntil;
    }

    /** Says goodbye; what was not confirmed stays so. */
    void leave() {
        if (state == State.OPEN) {
            try {
                var out = crowd.out();
                Packets.leave(out);
                write(out);
            } catch (IOException gone) {
                // It is left in any case.
            }
        }
        close();
    }

    private void close() {
        if (state == State.OPEN) {
            crowd.opened(-1);
        } else if (state != State.AWAY) {
            crowd.connecting(-1);
        }
        state = State.AWAY;
        unread = Crowd.NOTHING;
        unwritten = Crowd.NOTHING;
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

    /** Asks for its nudges by their whole topic: a broker may look through all of its topics for a filter with a wildcard. */
    @Override
    public void signedIn(int allowed) {
        receiveMaximum = allowed;
        state = State.SUBSCRIBING;
        var out = crowd.out();
        Packets.subscribe(out, SUBSCRIBING_ID, Topics.nudge(credential.device()).getBytes(UTF_8));
        writeHeard(out);
    }

    @Override
    public void subscribed() {
        state = State.OPEN;
        crowd.connecting(-1);
        crowd.opened(1);
        failures = 0;
        sentAgain = unconfirmed.size();
    }

    @Override
    public void confirmed(int packetId) {
        take(packetId).ifPresent(sent -> {
            if (confirmedCount == confirmed.length) {
                confirmed = Arrays.copyOf(confirmed, confirmedCount + confirmedCount / 2);
            }
            confirmed[confirmedCount++] = sent.counter();
            crowd.confirmed(sent.due(), isRemembered(sent.due()));
        });
    }

    @Override
    public void refused(int packetId) {
        take(packetId).ifPresent(sent -> crowd.refused());
    }

    private Optional<Sent> take(int packetId) {
        for (Iterator<Sent> left = unconfirmed.iterator(); left.hasNext(); ) {
            var sent = left.next();
            if (sent.packetId() == packetId) {
                left.remove();
                return Optional.of(sent);
            }
        }
        return Optional.empty();
    }

    /** A nudge that comes twice counts once. */
    @Override
    public void told(int packetId, byte[] payload) {
        if (packetId > 0) {
            var out = crowd.out();
            Packets.confirm(out, packetId);
            writeHeard(out);
        }
        NudgeCodec.decode(payload)
                .filter(nudge -> !nudge.id().equals(lastNudge))
                .ifPresent(nudge -> {
                    lastNudge = nudge.id();
                    crowd.nudged(credential.device(), minuteBeganAt);
                });
    }

    private void writeHeard(ByteBuffer out) {
        try {
            write(out);
        } catch (IOException broken) {
            throw new IllegalStateException("The broker hears no more", broken);
        }
    }
}
