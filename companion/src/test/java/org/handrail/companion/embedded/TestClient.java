package org.handrail.companion.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A Paho client that puts what arrives into an inbox and acknowledges only what it is told to. */
final class TestClient implements MqttCallback, AutoCloseable {

    record Arrived(String topic, String text, MqttMessage message) {}

    final MqttClient client;
    final BlockingQueue<Arrived> inbox = new LinkedBlockingQueue<>();
    final CountDownLatch lost = new CountDownLatch(1);

    private TestClient(MqttClient client) {
        this.client = client;
    }

    static TestClient connect(EmbeddedBroker broker, String user, String secret, String clientId) throws MqttException {
        return connect(broker, user, secret, clientId, options -> {});
    }

    static TestClient connect(
            EmbeddedBroker broker, String user, String secret, String clientId, Consumer<MqttConnectionOptions> more)
            throws MqttException {
        return connect(broker.url(), user, secret, clientId, more);
    }

    static TestClient connect(
            String url, String user, String secret, String clientId, Consumer<MqttConnectionOptions> more)
            throws MqttException {
        TestClient made = new TestClient(new MqttClient(url, clientId, new MemoryPersistence()));
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(user);
        options.setPassword(secret.getBytes(UTF_8));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3600L);
        options.setAutomaticReconnect(false);
        more.accept(options);
        made.client.setCallback(made);
        made.client.setManualAcks(true);
        made.client.setTimeToWait(10_000);
        made.client.connect(options);
        return made;
    }

    /** The next message; fails rather than waiting for ever. */
    Arrived next() throws InterruptedException {
        Arrived arrived = inbox.poll(10, TimeUnit.SECONDS);
        if (arrived == null) {
            throw new AssertionError("nothing arrived");
        }
        return arrived;
    }

    Arrived nextAcknowledged() throws Exception {
        Arrived arrived = next();
        client.messageArrivedComplete(
                arrived.message().getId(), arrived.message().getQos());
        return arrived;
    }

    void publish(String topic, String text) throws MqttException {
        client.publish(topic, text.getBytes(UTF_8), 1, false);
    }

    /** Goes without a farewell, as a watch does that walks out of range. */
    void vanish() throws MqttException {
        client.disconnectForcibly(0, 0, false);
        client.close(true);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        inbox.add(new Arrived(topic, new String(message.getPayload(), UTF_8), message));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost.countDown();
    }

    /**
     * Packets of one client are dealt with in order, so once this is answered every acknowledgement before it has counted. Without it
     * the end of the connection may overtake them, and what they acknowledge comes again.
     */
    void settle() throws MqttException {
        client.unsubscribe("handrail/nothing");
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            settle();
            client.disconnect();
        }
        client.close(true);
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
