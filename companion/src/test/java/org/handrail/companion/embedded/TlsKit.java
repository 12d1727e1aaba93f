package org.handrail.companion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.ingest.IngestSettings;
import org.handrail.ingest.MqttSettings;
import org.handrail.ingest.mqtt.BrokerSockets;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Whom the clients of Handrail trust, at every broker that Handrail runs with. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TlsKit {

    private static final DeviceId WRIST = new DeviceId("wrist");
    private static final String HERE = "dns:localhost,ip:127.0.0.1";

    private Certificates authority;
    private Path rightAuthority;
    private Path wrongAuthority;

    /** Starts a broker that lets {@code wrist} in with {@code secret-wrist}; returns its port. */
    abstract int startBroker(Path directory, BrokerTls tls) throws Exception;

    /** Another one, beside it. */
    abstract int startBrokerWithoutTls(Path directory) throws Exception;

    abstract void stopBrokers();

    private int port;
    private int portOfAnotherName;
    private int plainPort;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        authority = Certificates.authority(directory, "right");
        rightAuthority = authority.certificate();
        wrongAuthority = Certificates.authority(directory, "wrong").certificate();
        port = startBroker(directory.resolve("here"), authority.vouchFor(HERE));
        portOfAnotherName = startBroker(directory.resolve("elsewhere"), authority.vouchFor("dns:broker.example.org"));
        plainPort = startBrokerWithoutTls(directory.resolve("plain"));
    }

    @AfterAll
    void stop() {
        stopBrokers();
    }

    @Test
    void theRightAuthorityAndTheRightNameLetsBothClientsIn() throws Exception {
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            try (var client = connect("ssl://" + host + ":" + port, rightAuthority)) {
                client.publish("handrail/1/wrist/up/heart-rate", "frame");
            }
            assertThat(comesIn("ssl://" + host + ":" + port, Optional.of(rightAuthority)))
                    .as(host)
                    .isTrue();
        }
    }

    @Test
    void anotherAuthorityIsNotTrusted() throws Exception {
        String url = "ssl://localhost:" + port;

        assertThatThrownBy(() -> connect(url, wrongAuthority)).rootCause().hasMessageContaining("certification path");
        assertThat(comesIn(url, Optional.of(wrongAuthority))).isFalse();
    }

    @Test
    void theMachinesOwnAuthoritiesDoNotVouchForOurs() throws Exception {
        String url = "ssl://localhost:" + port;

        assertThatThrownBy(() -> connect(url, null)).rootCause().hasMessageContaining("certification path");
        assertThat(comesIn(url, Optional.empty())).isFalse();
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() throws Exception {
        String url = "ssl://localhost:" + portOfAnotherName;

        assertThatThrownBy(() -> connect(url, rightAuthority)).rootCause().hasMessageContaining("localhost");
        assertThat(comesIn(url, Optional.of(rightAuthority))).isFalse();
    }

    @Test
    void whoSpeaksWithoutTlsWhereTlsIsSpokenIsRefusedSoon() {
        assertThatThrownBy(() -> connect("tcp://localhost:" + port, null)).isInstanceOf(MqttException.class);
    }

    @Test
    void whoSpeaksTlsWhereNobodyElseDoesIsRefusedSoon() {
        assertThatThrownBy(() -> connect("ssl://localhost:" + plainPort, rightAuthority))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void nothingWaitsToBeSentTogetherUnderTlsEither() throws Exception {
        try (var socket = BrokerSockets.to(settings("ssl://localhost:" + port, rightAuthority))
                .createSocket("localhost", port)) {
            assertThat(socket).isInstanceOf(SSLSocket.class);
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void anAuthorityThatCannotBeReadIsNamed(@TempDir Path directory) {
        Path nowhere = directory.resolve("no-such.pem");

        assertThatThrownBy(() -> BrokerSockets.to(settings("ssl://localhost:" + port, nowhere)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such.pem");
    }

    /** As ingest connects. */
    private static TestClient connect(String url, Path authority) throws MqttException {
        return TestClient.connect(url, "wrist", "secret-wrist", "wrist", options -> {
            options.setConnectionTimeout(5);
            options.setSocketFactory(BrokerSockets.to(settings(url, authority)));
        });
    }

    private static MqttSettings settings(String url, Path authority) {
        var broker = Map.of("handrail.ingest.mqtt.broker", url);
        var both = Map.of(
                "handrail.ingest.mqtt.broker",
                url,
                "handrail.ingest.mqtt.certificate-authority",
                String.valueOf(authority));
        var settings = new Binder(new MapConfigurationPropertySource(authority == null ? broker : both))
                .bindOrCreate("handrail.ingest", IngestSettings.class)
                .mqtt();
        assertThat(settings.broker()).isEqualTo(URI.create(url));
        return settings;
    }

    /** Whether a simulated watch gets in within some seconds. */
    private static boolean comesIn(String url, Optional<Path> authority) {
        var scheduler = Executors.newSingleThreadScheduledExecutor();
        var credential = new WatchCredential(url, WRIST, "secret-wrist", authority);
        try (var watch =
                new Watch(credential, WatchSettings.defaults(), AnswerPolicy.ignore(), Clock.systemUTC(), scheduler)) {
            watch.connect();
            await().atMost(Duration.ofSeconds(3)).until(() -> watch.counts().connected() > 0);
            return true;
        } catch (ConditionTimeoutException stillOutside) {
            return false;
        } finally {
            scheduler.shutdownNow();
        }
    }
}
