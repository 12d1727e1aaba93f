package org.handrail.ingest.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.handrail.ingest.Given;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PairingTests {

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
        pairings.unpair(credential.device());
        pairings.unpair(new DeviceId("never-seen"));

        assertThat(pairings.menteeOf(credential.device())).isEmpty();
        assertThat(pairings.isGenuine(credential.device(), credential.secret())).isFalse();
        assertThat(afterRestart().devicesOf(mentee)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        var kept = pairings.pair(mentee).device();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        transaction.executeWithoutResult(status -> {
            pairings.pair(mentee);
            pairings.unpair(kept);
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
