package org.handrail.companion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTlsTests extends TlsKit {

    private final List<EmbeddedBroker> brokers = new ArrayList<>();

    @Override
    int startBroker(Path directory, BrokerTls tls) {
        return start(directory, Optional.of(tls));
    }

    @Override
    int startBrokerWithoutTls(Path directory) {
        return start(directory, Optional.empty());
    }

    private int start(Path directory, Optional<BrokerTls> tls) {
        var broker = EmbeddedBroker.start(
                new BrokerSettings("127.0.0.1", 0, directory, BrokerFixture.HOUSE, BrokerFixture.HOUSE_SECRET, tls),
                (user, secret) ->
                        secret.equals("secret-" + user) ? Optional.of(new BrokerGuest.Device(user)) : Optional.empty());
        brokers.add(broker);
        return broker.port();
    }

    @Override
    void stopBrokers() {
        brokers.forEach(EmbeddedBroker::close);
    }

    @Test
    void theHouseHasALoopbackPortOfItsOwn() throws Exception {
        var secure = brokers.get(0);
        assertThat(secure.url()).startsWith("ssl://");

        try (var house = TestClient.connect(
                secure.houseUrl(), BrokerFixture.HOUSE, BrokerFixture.HOUSE_SECRET, "house-ingest", options -> {})) {
            assertThat(house.client.isConnected()).isTrue();
        }
    }

    @Test
    void filesThatAreNoCertificateAreNamed(@TempDir Path directory) {
        var tls = new BrokerTls(directory.resolve("no.pem"), directory.resolve("no.key"));

        assertThatThrownBy(() -> start(directory.resolve("broker"), Optional.of(tls)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no.pem");
    }

    @Test
    void onlyWithTlsDoesItListenToOthers(@TempDir Path directory) {
        assertThatThrownBy(() -> new BrokerSettings("0.0.0.0", 0, directory, "house", "secret"))
                .hasMessage("Without TLS the embedded broker listens on loopback only, not on 0.0.0.0.");
    }
}
