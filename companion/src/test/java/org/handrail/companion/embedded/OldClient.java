package org.handrail.companion.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A device that speaks MQTT 3.1.1, which knows no reasons. */
final class OldClient implements MqttCallback, AutoCloseable {

    private static final int REFUSED = 0x80;

    private final MqttClient client;
    private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private final CountDownLatch lost = new CountDownLatch(1);

    private OldClient(MqttClient client) {
        this.client = client;
    }

    static OldClient connect(String url, String user, String secret, Consumer<MqttConnectOptions> more)
            throws MqttException {
        var made = new OldClient(new MqttClient(url, user, new MemoryPersistence()));
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName(user);
        options.setPassword(secret.toCharArray());
        options.setCleanSession(false);
        more.accept(options);
        made.client.setCallback(made);
        made.client.setTimeToWait(10_000);
        made.client.connect(options);
        return made;
    }

    void publish(String topic, String text, boolean retained) throws MqttException {
        client.publish(topic, text.getBytes(UTF_8), 1, retained);
    }

    /** Whether the broker granted it, and not whether anything will come. */
    boolean subscribes(String filter) {
        try {
            return client.subscribeWithResponse(filter, 1).getGrantedQos()[0] != REFUSED;
        } catch (MqttException refused) {
            return false;
        }
    }

    BlockingQueue<String> inbox() {
        return inbox;
    }

    boolean isLostSoon() throws InterruptedException {
        return lost.await(10, TimeUnit.SECONDS);
    }

    boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public void connectionLost(Throwable cause) {
        lost.countDown();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        inbox.add(new String(message.getPayload(), UTF_8));
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close(true);
    }
}
