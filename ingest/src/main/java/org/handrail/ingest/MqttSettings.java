package org.handrail.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the broker is reached.
 *
 * @param broker {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId names the session that the broker keeps; two processes must not share it
 * @param user signs in at the broker where it asks for it
 * @param secret the user's password
 * @param receiveMaximum most messages that the broker may send ahead of our acknowledgements, 1 to 65,535
 * @param sessionExpiry how long the broker keeps frames for us while we are away
 * @param keepAlive longest quiet on the line before the client asks whether the broker is still there
 * @param longestPause longest wait between two attempts to connect
 * @param shareGroup name of an MQTT 5 shared subscription, by which several processes divide the frames between them
 * @param certificateAuthority file of the certificates (PEM) that vouch for the broker's; those of the machine where absent
 * @param readsFrames false where other processes read them, and only nudges go out from here
 */
public record MqttSettings(
        @DefaultValue("tcp://localhost:1883") URI broker,
        @DefaultValue("handrail-ingest") String clientId,
        @Nullable String user,
        @Nullable String secret,
        @DefaultValue("2000") int receiveMaximum,
        @DefaultValue("14d") Duration sessionExpiry,
        @DefaultValue("30s") Duration keepAlive,
        @DefaultValue("15s") Duration longestPause,
        @Nullable String shareGroup,
        @Nullable Path certificateAuthority,
        @DefaultValue("true") boolean readsFrames) {

    public MqttSettings {
        if (!"tcp".equals(broker.getScheme()) && !"ssl".equals(broker.getScheme())) {
            throw new IllegalArgumentException(
                    "A broker is written as tcp://host:port or ssl://host:port, not as " + broker);
        }
        if (certificateAuthority != null && !"ssl".equals(broker.getScheme())) {
            throw new IllegalArgumentException(
                    "A certificate authority is given, but tcp:// means no TLS; write the broker as ssl://host:port");
        }
        if (receiveMaximum < 1 || receiveMaximum > 65_535) {
            throw new IllegalArgumentException("The receive maximum is 1 to 65,535");
        }
        if (sessionExpiry.toSeconds() < 1 || sessionExpiry.toSeconds() >= 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("The session is kept for 1 s to 136 years");
        }
    }

    public Optional<String> sharedBy() {
        return Optional.ofNullable(shareGroup).filter(group -> !group.isBlank());
    }

    public Optional<Path> authority() {
        return Optional.ofNullable(certificateAuthority);
    }

    /** Leaves the secret out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "MqttSettings[broker=" + broker + ", clientId=" + clientId + "]";
    }
}
