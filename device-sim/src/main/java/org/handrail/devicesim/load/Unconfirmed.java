package org.handrail.devicesim.load;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The frames of one worn watch that the broker has not answered, oldest first, and the counters of those that it has
 * confirmed. Small while there are few. Lives as long as the watch, across connections.
 */
final class Unconfirmed {

    /** The subscription has the id after it. */
    static final int MOST_PACKET_ID = 65_534;

    /**
     * A frame under way.
     *
     * @param minute of its content, since 1970
     * @param due on the monotonic clock
     * @param sentAt when it last set out
     */
    record Sent(WornMinutes.Piece piece, long minute, long counter, long due, int packetId, long sentAt) {

        private Sent again(long now) {
            return new Sent(piece, minute, counter, due, packetId, now);
        }
    }

    private final ArrayDeque<Sent> underWay = new ArrayDeque<>(2);
    private int lastPacketId;
    private long[] confirmed = new long[16];
    private int confirmedCount;

    int size() {
        return underWay.size();
    }

    /** When the oldest set out; empty where nothing is under way. */
    Optional<Long> oldestSentAt() {
        return Optional.ofNullable(underWay.peekFirst()).map(Sent::sentAt);
    }

    Sent add(WornMinutes.Piece piece, long minute, long counter, long due, long now) {
        lastPacketId = lastPacketId % MOST_PACKET_ID + 1;
        var sent = new Sent(piece, minute, counter, due, lastPacketId, now);
        underWay.add(sent);
        return sent;
    }

    /** All of them, in their order, set out again now. */
    void again(long now, Consumer<Sent> each) {
        for (int left = underWay.size(); left > 0; left--) {
            var sent = underWay.removeFirst().again(now);
            underWay.addLast(sent);
            each.accept(sent);
        }
    }

    /** Empty where no such frame waits for an answer. */
    Optional<Sent> confirm(int packetId) {
        var sent = take(packetId);
        sent.ifPresent(frame -> {
            if (confirmedCount == confirmed.length) {
                confirmed = Arrays.copyOf(confirmed, confirmedCount + confirmedCount / 2);
            }
            confirmed[confirmedCount++] = frame.counter();
        });
        return sent;
    }

    /** Takes off a frame that the broker refused. */
    Optional<Sent> take(int packetId) {
        for (Iterator<Sent> left = underWay.iterator(); left.hasNext(); ) {
            var sent = left.next();
            if (sent.packetId() == packetId) {
                left.remove();
                return Optional.of(sent);
            }
        }
        return Optional.empty();
    }

    long[] confirmed() {
        return Arrays.copyOf(confirmed, confirmedCount);
    }
}
