package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.api.Test;

class BacklogOrderTests {

    private static final MenteeId MENTEE = new MenteeId(new UUID(0, 1));
    private static final Instant START = InventedEvening.START;

    private final InventedEvening evening = new InventedEvening(3);
    private final BacklogOrder order = new BacklogOrder(0);

    @Test
    void aLiveFramePassesAtOnce() {
        var live = new ArchivedFrame(1, MENTEE, frameAt(0), START.plusSeconds(12));

        assertThat(order.arrive(live)).containsExactly(live);
        assertThat(order.position()).isEqualTo(1);
    }

    @Test
    void aBacklogGoesOnInTheOrderOfItsSamples() {
        var received = START.plusSeconds(7_200);
        var later = new ArchivedFrame(1, MENTEE, frameAt(600), received);
        var earlier = new ArchivedFrame(2, MENTEE, frameAt(0), received.plusMillis(100));

        assertThat(order.arrive(later)).isEmpty();
        assertThat(order.arrive(earlier)).isEmpty();
        assertThat(order.position()).isZero();
        assertThat(afterSeconds(received, 5)).containsExactly(earlier, later);
        assertThat(order.position()).isEqualTo(2);
    }

    @Test
    void aLiveFrameDoesNotPassTheBacklogBeforeIt() {
        var received = START.plusSeconds(7_200);
        var old = new ArchivedFrame(1, MENTEE, frameAt(0), received);
        var live = new ArchivedFrame(2, MENTEE, frameAt(7_190), received.plusMillis(1));

        assertThat(order.arrive(old)).isEmpty();
        assertThat(order.arrive(live)).isEmpty();
        assertThat(afterSeconds(received, 5)).containsExactly(old, live);
    }

    @Test
    void whatWasHandedInBeforeIsNotHeldAgain() {
        var live = new ArchivedFrame(1, MENTEE, frameAt(0), START.plusSeconds(12));
        order.arrive(live);

        assertThat(order.arrive(live)).isEmpty();
    }

    @Test
    void whatWasOvertakenBeforeTheHouseWentDownStillFindsItsPlace() {
        var received = START.plusSeconds(7_200);
        var later = new ArchivedFrame(1, MENTEE, frameAt(600), received);
        var overtaken = new ArchivedFrame(2, MENTEE, frameAt(0), received.plusSeconds(300));

        order.arrive(later);
        assertThat(order.arrive(overtaken)).isEmpty();
        assertThat(afterSeconds(received.plusSeconds(300), 5)).containsExactly(overtaken, later);
    }

    @Test
    void heldFramesAreBounded() {
        var received = START.plusSeconds(90_000);
        List<ArchivedFrame> goneOn = new ArrayList<>();
        for (int i = 0; i < BacklogOrder.MOST_HELD + 10; i++) {
            goneOn.addAll(order.arrive(new ArchivedFrame(i + 1, MENTEE, frameAt(i), received)));
        }

        assertThat(order.size()).isEqualTo(BacklogOrder.MOST_HELD);
        assertThat(goneOn).hasSize(10);
    }

    private List<ArchivedFrame> afterSeconds(Instant from, int seconds) {
        var goneOn = new ArrayList<ArchivedFrame>();
        for (int second = 1; second <= seconds; second++) {
            goneOn.addAll(order.letPass(from.plusSeconds(second)));
        }
        return goneOn;
    }

    private SignalFrame frameAt(int second) {
        return evening.minutes(1, 0, 0).stream()
                .findFirst()
                .map(frame -> new SignalFrame(frame.id(), frame.stream(), START.plusSeconds(second), frame.content()))
                .orElseThrow();
    }
}
