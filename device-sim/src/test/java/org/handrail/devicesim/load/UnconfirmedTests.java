package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.handrail.devicesim.load.Unconfirmed.Sent;
import org.junit.jupiter.api.Test;

class UnconfirmedTests {

    private static final WornMinutes.Piece PIECE =
            new WornMinutes.Piece(FrameMould.of(LoadFrames.ofSize(300).get(0)), 0);

    private final Unconfirmed unconfirmed = new Unconfirmed();

    @Test
    void whatWasConfirmedIsKnownByItsCounterAndWaitsNoMore() {
        var first = send(101);
        var second = send(102);

        assertThat(unconfirmed.confirm(second.packetId())).contains(second);
        assertThat(unconfirmed.confirm(second.packetId())).isEmpty();
        assertThat(unconfirmed.confirmed()).containsExactly(102);
        assertThat(unconfirmed.size()).isEqualTo(1);
        assertThat(unconfirmed.oldestSentAt()).contains(first.sentAt());
    }

    @Test
    void whatWasRefusedIsNotConfirmed() {
        unconfirmed.take(send(101).packetId());

        assertThat(unconfirmed.size()).isZero();
        assertThat(unconfirmed.confirmed()).isEmpty();
        assertThat(unconfirmed.oldestSentAt()).isEmpty();
    }

    @Test
    void allAreSentAgainInTheirOrderWithTheirCounters() {
        send(101);
        send(102);
        send(103);
        var again = new ArrayList<Sent>();
        unconfirmed.again(900, again::add);

        assertThat(again).extracting(Sent::counter).containsExactly(101L, 102L, 103L);
        assertThat(again).extracting(Sent::sentAt).containsOnly(900L);
        assertThat(unconfirmed.size()).isEqualTo(3);
    }

    @Test
    void packetIdsBeginAnewBelowThatOfTheSubscription() {
        for (int i = 1; i <= Unconfirmed.MOST_PACKET_ID; i++) {
            unconfirmed.confirm(send(i).packetId());
        }
        assertThat(send(1).packetId()).isEqualTo(1);
        assertThat(unconfirmed.confirmed()).hasSize(Unconfirmed.MOST_PACKET_ID);
    }

    private Sent send(long counter) {
        return unconfirmed.add(PIECE, 29_000_000, counter, counter, 500 + counter);
    }
}
