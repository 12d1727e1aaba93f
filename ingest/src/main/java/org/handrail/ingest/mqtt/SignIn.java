package org.handrail.ingest.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.handrail.ingest.MqttSettings;
import org.handrail.signals.FrameCodec;

/** What is said to the broker when signing in: a session that it keeps, and how much it may send ahead. */
final class SignIn {

    /** The broker keeps what is larger to itself; what is smaller but too large for a frame is refused and counted. */
    private static final long MAX_PACKET_BYTES = 4L * FrameCodec.MAX_BYTES;

    private SignIn() {}

    static MqttConnectionOptions optionsOf(MqttSettings settings, Duration patience) {
        var options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setMaximumPacketSize(MAX_PACKET_BYTES);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) patience.toSeconds());
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        if (settings.user() != null) {
            options.setUserName(settings.user());
        }
        if (settings.secret() != null) {
            options.setPassword(settings.secret().getBytes(StandardCharsets.UTF_8));
        }
        options.setSocketFactory(BrokerSockets.to(settings));
        return options;
    }
}
