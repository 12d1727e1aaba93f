package org.handrail.companion.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.handrail.companion.embedded.BrokerGuest;
import org.handrail.companion.embedded.EmbeddedBroker;
import org.handrail.signals.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Hears every frame as ingest does, with the same client and the same session, acknowledges it at once and forgets it: what
 * the broker alone can do.
 */
final class NullListener implements BenchPart.Measured {

    private static final long PATIENCE_MS = 20_000;

    private final @Nullable EmbeddedBroker broker;
    private final MqttAsyncClient client;
    private final String url;
    private final LongAdder heard = new LongAdder();

    private NullListener(@Nullable EmbeddedBroker broker, String url) throws MqttException {
        this.broker = broker;
        this.url = url;
        this.client = new MqttAsyncClient(url, HouseBroker.USER + "-null", new MemoryPersistence());
    }

    static NullListener open(Map<String, String> setup) {
        var directory = Optional.ofNullable(setup.get("broker-directory"));
        var broker = directory.map(
                path -> HouseBroker.start(Path.of(path), (user, secret) -> Optional.of(new BrokerGuest.Device(user))));
        try {
            var url = broker.map(EmbeddedBroker::url).orElseGet(() -> setup.getOrDefault("broker", ""));
            var listener = new NullListener(broker.orElse(null), url);
            listener.listen(Integer.parseInt(setup.getOrDefault("receive-maximum", "2000")));
            return listener;
        } catch (MqttException fault) {
            broker.ifPresent(EmbeddedBroker::close);
            throw new IllegalStateException("The broker could not be listened to: " + fault.getMessage(), fault);
        }
    }

    private void listen(int receiveMaximum) throws MqttException {
        var options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        options.setReceiveMaximum(receiveMaximum);
        options.setUserName(HouseBroker.USER);
        options.setPassword(HouseBroker.SECRET.getBytes(StandardCharsets.UTF_8));
        options.setSocketFactory(new EagerSockets());
        client.setManualAcks(true);
        client.setCallback(new Callback());
        client.connect(options).waitForCompletion(PATIENCE_MS);
        client.subscribe(Topics.EVERY_UP, 1).waitForCompletion(PATIENCE_MS);
    }

    @Override
    public long taken() {
        return heard.sum();
    }

    @Override
    public String answer(String command, String rest) {
        return switch (command) {
            case "broker" -> url;
            default -> throw new IllegalArgumentException("Unknown: " + command);
        };
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, 200, true);
            client.close(true);
        } catch (MqttException gone) {
            // Nothing was kept here.
        } finally {
            if (broker != null) {
                broker.close();
            }
        }
    }

    private final class Callback implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) throws MqttException {
            client.messageArrivedComplete(message.getId(), message.getQos());
            heard.increment();
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException fault) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String broker) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
