package org.handrail.devicesim.publish;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.Topics;
import org.handrail.signals.WatchConnection;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT 5 connection, used once: after it is lost another is made. So nothing rests on how the client library restores
 * what was in flight; the watch's own outbox does. The broker keeps the session, so nudges wait for a watch that is away.
 *
 * <p>Listeners are called on the library's threads and must not wait.
 */
final class Connection {

    /** What becomes of the connection. */
    interface Listener {

        /** It stands and is subscribed. {@code receiveMaximum} is what the broker lets be under way at once. */
        void up(Connection connection, int receiveMaximum);

        /** It did not come about, or is gone; told at least once. */
        void down(Connection connection, @Nullable Throwable reason);

        void received(String topic, byte[] payload);
    }

    private static final int AT_LEAST_ONCE = 1;
    private static final int MOST_IN_FLIGHT = 65_535;
    private static final int FIRST_ERROR_CODE = 0x80;
    /** "Disconnect with will message": the broker says for us that we are gone. */
    private static final int LEAVE_THE_WILL = 0x04;

    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

    private static final int KEEP_ALIVE_S = 20;
    private static final int CONNECT_WITHIN_S = 10;

    private final WatchCredential credential;
    private final WatchSettings settings;
    private final Listener listener;
    private final MqttAsyncClient client;

    Connection(WatchCredential credential, WatchSettings settings, Listener listener) throws MqttException {
        this.credential = credential;
        this.settings = settings;
        this.listener = listener;
        this.client =
                new MqttAsyncClient(credential.brokerUri(), credential.device().value(), new MemoryPersistence());
        client.setCallback(new Callback());
    }

    /** Begins to connect; the listener hears how it went. */
    void open() throws MqttException {
        var options = new MqttConnectionOptions();
        options.setUserName(credential.device().value());
        options.setPassword(credential.secret().getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout(CONNECT_WITHIN_S);
        options.setSocketFactory(
                credential.brokerUri().startsWith("ssl:")
                        ? PromptTlsSockets.trusting(credential.authority())
                        : new PromptSockets());
        options.setWill(Topics.connection(credential.device()), retained(WatchConnection.OFFLINE));
        options.setWillMessageProperties(shortlyAfterTheEnd());
        client.connect(options, null, told(this::sayOnline, this::lost));
    }

    /** Before anything else, so that it does not compete with frames for what may be under way. */
    private void sayOnline(IMqttToken connected) {
        try {
            client.publish(
                    Topics.connection(credential.device()),
                    retained(WatchConnection.ONLINE),
                    null,
                    told(said -> subscribe(connected), this::lost));
        } catch (MqttException reason) {
            listener.down(this, reason);
        }
    }

    /** Artemis 2.55 never speaks the will of a session that is kept unless the will names a delay. */
    private static MqttProperties shortlyAfterTheEnd() {
        var properties = new MqttProperties();
        properties.setWillDelayInterval(1L);
        return properties;
    }

    private static MqttMessage retained(WatchConnection state) {
        return new MqttMessage(state.encode(FrameCodec.Format.CBOR), AT_LEAST_ONCE, true, new MqttProperties());
    }

    /** Sends one message. A refusal is told, and then ends the connection: the message will be tried on the next one. */
    void send(String topic, byte[] payload, Runnable confirmed, Runnable refused) throws MqttException {
        var message = new MqttMessage(payload);
        message.setQos(AT_LEAST_ONCE);
        client.publish(
                topic,
                message,
                null,
                told(
                        token -> {
                            if (isRefusal(token) || isTakenByNobody(token)) {
                                refused.run();
                                listener.down(this, null);
                            } else {
                                confirmed.run();
                            }
                        },
                        this::lost));
    }

    /** Ends it without a word if need be. Not for the library's own threads. */
    void close() {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 200, LEAVE_THE_WILL, new MqttProperties());
            } else {
                client.disconnectForcibly(0, 200, false);
            }
        } catch (MqttException alreadyGone) {
            // Then there is nothing to take leave of.
        }
        try {
            client.close(true);
        } catch (MqttException alreadyGone) {
            // Its threads end with its socket.
        }
    }

    private void subscribe(IMqttToken connected) {
        var properties = connected.getResponseProperties();
        Integer maximum = properties == null ? null : properties.getReceiveMaximum();
        int receiveMaximum = maximum == null ? MOST_IN_FLIGHT : maximum;
        try {
            client.subscribe(
                    Topics.everyDown(credential.device()),
                    AT_LEAST_ONCE,
                    null,
                    told(
                            token -> {
                                if (isRefusal(token)) {
                                    listener.down(this, null);
                                } else {
                                    listener.up(this, receiveMaximum);
                                }
                            },
                            this::lost));
        } catch (MqttException reason) {
            listener.down(this, reason);
        }
    }

    private void lost(IMqttToken token, @Nullable Throwable reason) {
        listener.down(this, reason);
    }

    /** A broker that has just come up may not know the house yet: it confirms, and throws the frame away. */
    private static boolean isTakenByNobody(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes != null && codes.length > 0 && codes[0] == NO_MATCHING_SUBSCRIBERS;
    }

    private static boolean isRefusal(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes != null && codes.length > 0 && codes[0] >= FIRST_ERROR_CODE;
    }

    private static MqttActionListener told(Consumer<IMqttToken> success, BiConsumer<IMqttToken, Throwable> failure) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                success.accept(token);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable reason) {
                failure.accept(token, reason);
            }
        };
    }

    private final class Callback implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            listener.down(Connection.this, response.getException());
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            // Followed by disconnected where it matters.
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            listener.received(topic, message.getPayload());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // Each message has a listener of its own.
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            // The connect action has a listener of its own.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // No extended authentication is asked for.
        }
    }
}
