package org.handrail.ingest.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RevocationTests {

    private static final PairingEnd LOST = new PairingEnd(PairingEnd.Reason.LOST, Optional.empty());

    private final DataSource dataSource = TestDatabase.shared();
    private final Doorkeeper doorkeeper = new Doorkeeper();
    private final BrokerDesk desk = new BrokerDesk(dataSource, Optional.of(doorkeeper), Given.CLOCK);
    private final JdbcPairings pairings = new JdbcPairings(dataSource, desk, Given.CLOCK);
    private final MenteeId mentee = Given.mentee();

    @Test
    void aPairedDeviceIsLetInAndALostOneShownOutAtOnce() {
        var thread = Executors.newSingleThreadScheduledExecutor();
        try {
            desk.start(thread);
            var device = pairings.pair(mentee).device();
            assertThat(doorkeeper.letsIn(device)).isTrue();

            pairings.unpair(device, LOST);

            await().until(() -> isRevoked(device));
            assertThat(doorkeeper.letsIn(device)).isFalse();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void aBrokerThatIsAwayIsToldWhenItIsBackEvenByAnotherProcess() {
        var device = pairings.pair(mentee).device();
        doorkeeper.away(true);
        pairings.unpair(device, LOST);
        desk.round();
        assertThat(isRevoked(device)).isFalse();

        doorkeeper.away(false);
        new BrokerDesk(dataSource, Optional.of(doorkeeper), Given.CLOCK).revokeWhatEnded();

        assertThat(isRevoked(device)).isTrue();
        assertThat(doorkeeper.letsIn(device)).isFalse();
    }

    @Test
    void aProcessWithoutASayAtTheBrokerTakesNothingForTold() {
        var device = pairings.pair(mentee).device();
        var withoutASay = new BrokerDesk(dataSource, Optional.empty(), Given.CLOCK);
        new JdbcPairings(dataSource, withoutASay, Given.CLOCK).unpair(device, LOST);

        withoutASay.round();

        assertThat(isRevoked(device)).isFalse();
    }

    @Test
    void whoeverTheBrokerKnowsAndNobodyPairedIsShownOutAtTheStart() {
        var paired = pairings.pair(mentee).device();
        var stranger = Given.device();
        doorkeeper.admit(new DeviceCredential(stranger, "anything"));

        desk.round();

        assertThat(doorkeeper.letsIn(paired)).isTrue();
        assertThat(doorkeeper.letsIn(stranger)).isFalse();
    }

    @Test
    void aDeviceThatTheBrokerCouldNotBeToldOfIsNotPaired() {
        doorkeeper.away(true);

        assertThatThrownBy(() -> pairings.pair(mentee))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not be told");

        assertThat(pairings.devicesOf(mentee)).isEmpty();
        assertThat(new JdbcPairings(dataSource, Given.CLOCK).devicesOf(mentee)).isEmpty();
    }

    @Test
    void aDeviceIsAdmittedOnlyOnceItsPairingIsCommitted() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        var device = transaction.execute(status -> {
            var inside = pairings.pair(mentee).device();
            assertThat(doorkeeper.letsIn(inside)).isFalse();
            return inside;
        });
        assertThat(doorkeeper.letsIn(device)).isTrue();

        doorkeeper.away(true);
        assertThatThrownBy(() -> transaction.execute(status -> pairings.pair(mentee)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pairings.devicesOf(mentee)).containsExactly(device);
    }

    private boolean isRevoked(DeviceId device) {
        return new JdbcTemplate(dataSource)
                .queryForObject(
                        "SELECT revoked_at IS NOT NULL FROM ingest.pairing WHERE device = ?",
                        Boolean.class,
                        device.value());
    }
}
