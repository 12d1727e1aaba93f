package org.handrail.devicesim.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.Nudge;
import org.handrail.signals.NudgeCodec;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Topics;
import org.handrail.signals.WatchConnection;

/** The far side of the broker: hears every frame, and can nudge. */
public final class Ear implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MqttAsyncClient client;
    private final List<SignalFrame> heard = new ArrayList<>();
    private final List<WatchConnection> connections = new ArrayList<>();

    public Ear(int port) throws MqttException {
        client = new MqttAsyncClient("tcp://127.0.0.1:" + port, "ear", new MemoryPersistence());
        client.setCallback(new Callback());
        client.connect().waitForCompletion(PATIENCE.toMillis());
        client.subscribe(Topics.EVERY_UP, 1).waitForCompletion(PATIENCE.toMillis());
    }

    public void nudge(DeviceId device, Nudge nudge) throws MqttException {
        client.publish(Topics.nudge(device), NudgeCodec.encode(nudge), 1, false).waitForCompletion(PATIENCE.toMillis());
    }

    /** All that was heard, once that suffices. */
    public synchronized List<SignalFrame> hears(Predicate<List<SignalFrame>> suffices) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!suffices.test(heard)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Heard only " + heard.size() + " frames");
            }
            wait(left);
        }
        return List.copyOf(heard);
    }

    /** What watches and their wills said of their connection, once it is so much. */
    List<WatchConnection> hearsConnections(int count) throws InterruptedException {
        hears(heard -> connections.size() >= count);
        return List.copyOf(connections);
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 200, true);
        client.close(true);
    }

    private synchronized void hear(String topic, byte[] payload) {
        var up = Topics.parseUp(topic).orElseThrow();
        if (up.stream().equals(Topics.CONNECTION)) {
            connections.add(WatchConnection.decode(payload).orElseThrow());
            notifyAll();
        }
        if (FrameCodec.decode(up.device(), up.stream(), payload) instanceof Decoded.Accepted accepted) {
            heard.add(accepted.frame());
            notifyAll();
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            hear(topic, message.getPayload());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
