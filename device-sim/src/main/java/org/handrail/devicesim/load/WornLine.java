package org.handrail.devicesim.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
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
    private static final int SUBSCRIBING_ID = Unconfirmed.MOST_PACKET_ID + 1;

    private static final long MINUTE_MS = 60_000;

    private enum State {
        AWAY,
        CONNECTING,
        SIGNING_IN,
        SUBSCRIBING,
        OPEN
    }

    // Valid as long as the watch.
    private final int number;
    private final WatchCredential credential;
    private final Crowd crowd;
    private final Walk walk;
    private final long joinedAt;
    private long lastCounter;
    private long minuteBeganAt;
    private @Nullable UUID lastNudge;
    private final Unconfirmed unconfirmed = new Unconfirmed();

    // Valid for one connection.
    private State state = State.AWAY;
    private @Nullable Wire wire;
    private int receiveMaximum;
    private boolean hasToSendAgain;
    private long beganAt;
    private int failures;
    private long awayUntil;

    /** @param joinedAt what was due before is remembered: it has small counters, and nobody counts how late it is */
    WornLine(WatchCredential credential, Crowd crowd, Walk walk, int number, long joinedAt) {
        this.credential = credential;
        this.crowd = crowd;
        this.walk = walk;
        this.number = number;
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
        return unconfirmed.confirmed();
    }

    /** Goes on with other content for the same minutes. */
    void wear(WornMinutes others) {
        walk.wear(others);
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
            wire = crowd.register(channel, this);
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
        try {
            if (state == State.CONNECTING && ((SocketChannel) ready.channel()).finishConnect()) {
                signIn();
            }
            var open = wire;
            if (open != null && ready.isReadable()) {
                open.read(crowd.in(), this);
            }
            if (ready.isValid() && ready.isWritable()) {
                write(crowd.out());
            }
        } catch (IOException | IllegalStateException broken) {
            return breakOff(now);
        }
        return turn(now);
    }

    private long send(long now) {
        long patience = crowd.settings().patience().toNanos();
        if (unconfirmed
                .oldestSentAt()
                .filter(sentAt -> now - sentAt >= patience)
                .isPresent()) {
            return breakOff(now);
        }
        try {
            var out = crowd.out();
            if (hasToSendAgain) {
                hasToSendAgain = false;
                unconfirmed.again(now, sent -> publish(out, sent, true));
            }
            sendDue(out, now);
            write(out);
        } catch (IOException broken) {
            return breakOff(now);
        }
        boolean isFull = unconfirmed.size() >= mostUnderWay() || !isClear();
        long next = isFull ? now + patience : crowd.nanosAt(walk.dueMs());
        long givenUpAt = unconfirmed.oldestSentAt().orElse(now) + patience;
        return next - givenUpAt < 0 ? next : givenUpAt;
    }

    private void sendDue(ByteBuffer out, long now) {
        while (isClear() && unconfirmed.size() < mostUnderWay()) {
            long due = crowd.nanosAt(walk.dueMs());
            if (due - now > 0) {
                return;
            }
            lastCounter = isRemembered(due) ? lastCounter + 1 : Math.max(lastCounter + 1, due);
            if (walk.beginsMinute()) {
                minuteBeganAt = due;
            }
            publish(out, unconfirmed.add(walk.piece(), walk.minute(), lastCounter, due, now), false);
            crowd.tally().began();
            walk.goOn();
        }
    }

    private boolean isRemembered(long due) {
        return due - joinedAt < 0;
    }

    private int mostUnderWay() {
        return Math.min(crowd.settings().inFlightAtMost(), receiveMaximum);
    }

    private void publish(ByteBuffer out, Unconfirmed.Sent sent, boolean isAgain) {
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

    private void write(ByteBuffer fresh) throws IOException {
        var open = wire;
        if (open != null) {
            open.write(fresh);
        }
    }

    private boolean isClear() {
        var open = wire;
        return open != null && open.isClear();
    }

    /** Takes the line down, to be made again after a while. */
    long breakOff(long now) {
        close();
        crowd.tally().broke();
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
            crowd.tally().opened(-1);
        } else if (state != State.AWAY) {
            crowd.connecting(-1);
        }
        state = State.AWAY;
        var open = wire;
        wire = null;
        if (open != null) {
            open.close();
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
        crowd.tally().opened(1);
        failures = 0;
        hasToSendAgain = unconfirmed.size() > 0;
    }

    @Override
    public void confirmed(int packetId) {
        unconfirmed.confirm(packetId).ifPresent(sent -> crowd.tally().confirmed(sent.due(), isRemembered(sent.due())));
    }

    @Override
    public void refused(int packetId) {
        unconfirmed.take(packetId).ifPresent(sent -> crowd.tally().refused());
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
                    crowd.tally().nudged(credential.device(), minuteBeganAt);
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
