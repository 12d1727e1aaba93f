package org.handrail.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.TestDatabase;
import org.handrail.ingest.pairing.JdbcPairings;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Another process pairs and unpairs while this one takes frames in. */
@EnabledIf(
        value = "org.handrail.ingest.mqtt.Mosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and " + Mosquitto.BINARY + " is not installed")
@Timeout(60)
class PairedElsewhereTests {

    private final HikariDataSource database = TestDatabase.shared();
    private final JdbcPairings elsewhere = new JdbcPairings(database, Given.CLOCK);
    private final MenteeId mentee = Given.mentee();

    @TempDir
    private Path directory;

    @Test
    void theFirstFrameOfAWatchThatWasPairedElsewhereIsTaken() throws Exception {
        try (var broker = new Mosquitto(directory).start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var device = elsewhere.pair(mentee).device();

            watch.send(Given.heartRate(device, 1, 5));

            await().until(() -> house.archivedOf(mentee).equals(List.of(1L)));
            assertThat(house.onlyDeviceOf(mentee).refusals()).isEmpty();
        }
    }

    @Test
    void aWatchThatWasUnpairedElsewhereIsSoonRefused() throws Exception {
        try (var broker = new Mosquitto(directory).start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var kept = house.pairings().pair(mentee).device();
            var ended = house.pairings().pair(mentee).device();

            elsewhere.unpair(ended, new PairingEnd(PairingEnd.Reason.UNPAIRED, Optional.empty()));
            await().until(() -> house.pairings().devicesOf(mentee).equals(List.of(kept)));
            watch.send(Given.heartRate(ended, 1, 5));
            watch.send(Given.heartRate(kept, 2, 5));

            await().until(() -> house.archivedOf(mentee).equals(List.of(2L)));
            assertThat(house.tally()).isEqualTo("received 2, stored 1, duplicates 0");
        }
    }
}
