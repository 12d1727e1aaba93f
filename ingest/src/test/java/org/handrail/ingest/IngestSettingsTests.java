package org.handrail.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IngestSettingsTests {

    @Test
    void everyValueHasADefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(new IngestSettings(
                        new AdmissionSettings(Duration.ofDays(60), Duration.ofMinutes(2)),
                        new RateSettings(500, 100_000, Duration.ofMinutes(1), 1_000_000),
                        new ArchiveSettings(
                                1_000,
                                Duration.ofMillis(25),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(5)),
                        new MqttSettings(
                                URI.create("tcp://localhost:1883"),
                                "handrail-ingest",
                                null,
                                null,
                                2_000,
                                Duration.ofDays(14),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(15),
                                null,
                                null,
                                true),
                        new SilenceSettings(
                                Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(12), 4, 15, 25, true),
                        new RetentionSettings(
                                Duration.ofDays(400), Duration.ofDays(70), Duration.ofDays(90), Duration.ofDays(1))));
    }

    @Test
    void everyBrokerValueCanBeSetAndTheSecretIsNotSaid() {
        var mqtt = bound(Map.of(
                        "handrail.ingest.mqtt.broker", "ssl://broker:8883",
                        "handrail.ingest.mqtt.user", "house",
                        "handrail.ingest.mqtt.secret", "open sesame",
                        "handrail.ingest.mqtt.receive-maximum", "65535",
                        "handrail.ingest.mqtt.share-group", "ingest",
                        "handrail.ingest.mqtt.certificate-authority", "/etc/handrail/ca.pem"))
                .mqtt();

        assertThat(mqtt.broker()).hasScheme("ssl");
        assertThat(mqtt.sharedBy()).contains("ingest");
        assertThat(mqtt.authority()).contains(Path.of("/etc/handrail/ca.pem"));
        assertThat(mqtt.secret()).isEqualTo("open sesame");
        assertThat(mqtt.toString()).doesNotContain("sesame").contains("ssl://broker:8883");
    }

    @Test
    void aReceiveMaximumThatMqttDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("handrail.ingest.mqtt.receive-maximum", "0")))
                .hasRootCauseMessage("The receive maximum is 1 to 65,535");
    }

    @Test
    void aBrokerThatPahoCannotReachIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("handrail.ingest.mqtt.broker", "mqtt://broker:1883")))
                .hasRootCauseMessage(
                        "A broker is written as tcp://host:port or ssl://host:port, not as mqtt://broker:1883");
    }

    @Test
    void anAuthorityWithoutTlsIsRefusedAndNotOverlooked() {
        assertThatThrownBy(() -> bound(Map.of(
                        "handrail.ingest.mqtt.broker", "tcp://broker:1883",
                        "handrail.ingest.mqtt.certificate-authority", "/etc/handrail/ca.pem")))
                .hasRootCauseMessage(
                        "A certificate authority is given, but tcp:// means no TLS; write the broker as ssl://host:port");
    }

    @Test
    void rightsAreKeptByHandUntilAUserOfThePluginIsGiven() {
        assertThat(rights(Map.of()))
                .isEqualTo(new RightsSettings(RightsSettings.KeptBy.HAND, null, null, Duration.ofSeconds(5)));
        var kept = rights(Map.of(
                "handrail.ingest.rights.kept-by", "dynamic-security",
                "handrail.ingest.rights.user", "doorkeeper",
                "handrail.ingest.rights.secret", "open sesame"));
        assertThat(kept.account()).contains(new RightsSettings.Account("doorkeeper", "open sesame"));
        assertThat(kept + " " + kept.account()).contains("doorkeeper").doesNotContain("sesame");
        assertThatThrownBy(() -> rights(Map.of("handrail.ingest.rights.kept-by", "dynamic-security")))
                .rootCause()
                .hasMessageContaining("handrail.ingest.rights.user");
    }

    private static RightsSettings rights(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("handrail.ingest.rights", RightsSettings.class);
    }

    private static IngestSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("handrail.ingest", IngestSettings.class);
    }
}
