package org.handrail.ingest.mqtt;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Topics;

/** A wrist that publishes over real MQTT and waits for each confirmation. */
final class Watch implements AutoCloseable {

    private final MqttAsyncClient client;
    private final LinkedBlockingQueue<MqttMessage> nudges = new LinkedBlockingQueue<>();

    Watch(String broker) throws MqttException {
        client = new MqttAsyncClient(broker, "watch-" + UUID.randomUUID(), new MemoryPersistence());
        client.setCallback(new Listening());
        client.connect(new MqttConnectionOptions()).waitForCompletion(5_000);
    }

    void send(SignalFrame frame) throws MqttException {
        var payload = FrameCodec.encode(frame, FrameCodec.Format.CBOR);
        send(Topics.up(frame.id().device(), frame.stream()), payload, false);
    }

    void send(String topic, byte[] payload, boolean retained) throws MqttException {
        send(topic, payload, retained, new MqttProperties());
    }

    void sendAs(String contentType, String topic, byte[] payload) throws MqttException {
        var properties = new MqttProperties();
        properties.setContentType(contentType);
        send(topic, payload, false, properties);
    }

    private void send(String topic, byte[] payload, boolean retained, MqttProperties properties) throws MqttException {
        var confirmed = new CompletableFuture<Void>();
        // Not by waiting for the token: that ends before Paho counts the message as done, and a fast sender overtakes
        // it.
        client.publish(topic, new MqttMessage(payload, 1, retained, properties), null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                confirmed.complete(null);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable fault) {
                confirmed.completeExceptionally(fault);
            }
        });
        confirmed.orTimeout(5, TimeUnit.SECONDS).join();
    }

    LinkedBlockingQueue<MqttMessage> listen(DeviceId device) throws MqttException {
        client.subscribe(Topics.everyDown(device), 1).waitForCompletion(5_000);
        return nudges;
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1, client.isConnected());
        client.close(true);
    }

    private final class Listening implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            nudges.add(message);
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
