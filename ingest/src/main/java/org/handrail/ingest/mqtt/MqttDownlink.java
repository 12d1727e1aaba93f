package org.handrail.ingest.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.handrail.ingest.Downlink;
import org.handrail.ingest.Pairings;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Topics;

/** Nudges over MQTT, at QoS 1, with the expiry that the broker enforces. */
public final class MqttDownlink implements Downlink {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MqttLink link;
    private final Pairings pairings;
    private final Clock clock;

    public MqttDownlink(MqttLink link, Pairings pairings, Clock clock) {
        this.link = link;
        this.pairings = pairings;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Boolean> send(MenteeId mentee, byte[] payload, Instant expiresAt) {
        long seconds = Duration.between(clock.instant(), expiresAt).toSeconds();
        var connection = link.connection();
        if (seconds < 1 || connection.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        var answers = pairings.devicesOf(mentee).stream()
                .map(device -> connection.get().publish(Topics.nudge(device), messageOf(payload, seconds)))
                .toList();
        return anyOf(answers).completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static MqttMessage messageOf(byte[] payload, long seconds) {
        var properties = new MqttProperties();
        properties.setMessageExpiryInterval(seconds);
        properties.setContentType(FrameCodec.Format.CBOR.contentType());
        return new MqttMessage(payload, 1, false, properties);
    }

    private static CompletableFuture<Boolean> anyOf(List<CompletableFuture<Boolean>> answers) {
        return answers.stream()
                .reduce((one, other) -> one.thenCombine(other, Boolean::logicalOr))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }
}
