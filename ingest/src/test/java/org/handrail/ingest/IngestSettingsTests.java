package org.handrail.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
                        new RateSettings(200, 20_000, Duration.ofMinutes(1), 1_000_000),
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
                                null),
                        new SilenceSettings(
                                Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(12), 4, 15, 25),
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
                        "handrail.ingest.mqtt.share-group", "ingest"))
                .mqtt();

        assertThat(mqtt.broker()).hasScheme("ssl");
        assertThat(mqtt.sharedBy()).contains("ingest");
        assertThat(mqtt.secret()).isEqualTo("open sesame");
        assertThat(mqtt.toString()).doesNotContain("sesame").contains("ssl://broker:8883");
    }

    @Test
    void aReceiveMaximumThatMqttDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("handrail.ingest.mqtt.receive-maximum", "0")))
                .hasRootCauseMessage("The receive maximum is 1 to 65,535");
    }

    private static IngestSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("handrail.ingest", IngestSettings.class);
    }
}
