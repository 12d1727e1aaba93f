package org.handrail.ingest.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PairingTests {

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final PairingEnd LOST = PairingEnd.asked(PairingEnd.Reason.LOST, SOMEBODY);

    private final DataSource dataSource = TestDatabase.shared();
    private final JdbcPairings pairings = new JdbcPairings(dataSource, Given.CLOCK);
    private final MenteeId mentee = Given.mentee();

    @Test
    void aPairedDeviceIsItsMenteesAtOnceAndAfterARestart() {
        var device = pairings.pair(mentee).device();

        assertThat(pairings.menteeOf(device)).contains(mentee);
        assertThat(pairings.devicesOf(mentee)).containsExactly(device);
        assertThat(afterRestart().menteeOf(device)).contains(mentee);
    }

    @Test
    void onlyTheSecretOfTheSameDeviceIsGenuine() {
        var mine = pairings.pair(mentee);
        var other = pairings.pair(mentee);

        assertThat(pairings.isGenuine(mine.device(), mine.secret())).isTrue();
        assertThat(afterRestart().isGenuine(mine.device(), mine.secret())).isTrue();
        assertThat(pairings.isGenuine(mine.device(), other.secret())).isFalse();
        assertThat(pairings.isGenuine(mine.device(), "")).isFalse();
        assertThat(pairings.isGenuine(Given.device(), mine.secret())).isFalse();
    }

    @Test
    void theSecretIsStoredNowhere() {
        var credential = pairings.pair(mentee);

        var row = new JdbcTemplate(dataSource)
                .queryForMap(
                        "SELECT * FROM ingest.pairing WHERE device = ?",
                        credential.device().value());

        assertThat(credential.secret()).hasSize(32);
        assertThat(row.toString()).doesNotContain(credential.secret());
        assertThat(credential).hasToString("DeviceCredential[device=" + credential.device() + "]");
    }

    @Test
    void anUnpairedDeviceIsNobodysAtOnceAndAfterARestart() {
        var credential = pairings.pair(mentee);
        pairings.unpair(credential.device(), LOST);
        pairings.unpair(new DeviceId("never-seen"), LOST);

        assertThat(pairings.menteeOf(credential.device())).isEmpty();
        assertThat(pairings.isGenuine(credential.device(), credential.secret())).isFalse();
        assertThat(afterRestart().devicesOf(mentee)).isEmpty();
    }

    @Test
    void whoEndedItWhenAndWhyIsKeptAndTheFirstEndingCounts() {
        var device = pairings.pair(mentee).device();
        pairings.unpair(device, LOST);
        pairings.unpair(device, new PairingEnd(PairingEnd.Reason.UNPAIRED, Optional.empty()));

        assertThat(new JdbcTemplate(dataSource)
                        .queryForMap(
                                "SELECT ended_by, ended_reason, unpaired_at FROM ingest.pairing WHERE device = ?",
                                device.value()))
                .containsEntry("ended_by", SOMEBODY)
                .containsEntry("ended_reason", "LOST")
                .containsEntry("unpaired_at", Timestamp.from(Given.NOW));
    }

    @Test
    void aLookIntoATransactionThatIsRolledBackIsNotRemembered() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        var device = transaction.execute(status -> {
            status.setRollbackOnly();
            var paired = pairings.pair(mentee).device();
            assertThat(pairings.menteeOf(paired)).contains(mentee);
            return paired;
        });

        assertThat(pairings.menteeOf(device)).isEmpty();
        assertThat(pairings.devicesOf(mentee)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        var kept = pairings.pair(mentee).device();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        transaction.executeWithoutResult(status -> {
            pairings.pair(mentee);
            pairings.unpair(kept, LOST);
            status.setRollbackOnly();
        });

        assertThat(pairings.devicesOf(mentee)).containsExactly(kept);
    }

    @Test
    void whatIsCommittedIsRemembered() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        var device = transaction.execute(status -> pairings.pair(mentee).device());

        assertThat(pairings.devicesOf(mentee)).containsExactly(device);
    }

    private JdbcPairings afterRestart() {
        return new JdbcPairings(dataSource, Given.CLOCK);
    }
}
