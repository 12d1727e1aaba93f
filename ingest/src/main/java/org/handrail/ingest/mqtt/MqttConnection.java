package org.handrail.ingest.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.handrail.ingest.MqttSettings;
import org.handrail.ingest.archive.Incoming;
import org.handrail.signals.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, from sign-in to loss; it is never revived. So an acknowledgement, which is but a number,
 * can never reach a later session in which the number means another message.
 *
 * <p>Acknowledgements may be given by any thread: Paho only appends them to its sender's queue, under its lock.
 */
final class MqttConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MqttConnection.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** "No matching subscribers": the broker took the message and threw it away. */
    private static final int NOBODY_LISTENS = 0x10;

    private static final int FIRST_REFUSING_CODE = 0x80;

    private final MqttAsyncClient client;
    private final FrameReceiver receiver;
    private final CountDownLatch over = new CountDownLatch(1);

    /** From then on messages are left to the broker. */
    private volatile boolean deaf;

    private MqttConnection(MqttAsyncClient client, FrameReceiver receiver) {
        this.client = client;
        this.receiver = receiver;
    }

    /** Signs in and subscribes; returns when the broker has confirmed both. */
    static MqttConnection open(MqttSettings settings, FrameReceiver receiver) throws MqttException {
        var client = new MqttAsyncClient(settings.broker().toString(), settings.clientId(), new MemoryPersistence());
        var connection = new MqttConnection(client, receiver);
        try {
            client.setManualAcks(true);
            client.setCallback(connection.new Callback());
            client.connect(SignIn.optionsOf(settings, PATIENCE)).waitForCompletion(PATIENCE.toMillis());
            if (settings.readsFrames()) {
                connection.subscribe(settings);
            }
            return connection;
        } catch (MqttException | RuntimeException fault) {
            connection.close();
            throw fault;
        }
    }

    private void subscribe(MqttSettings settings) throws MqttException {
        var filter = settings.sharedBy()
                .map(group -> "$share/" + group + "/" + Topics.EVERY_UP)
                .orElse(Topics.EVERY_UP);
        var subscription = new MqttSubscription(filter, 1);
        // A frame that someone published as retained comes once, with a new subscription, and not at every reconnect.
        subscription.setRetainHandling(1);
        var token = client.subscribe(subscription);
        token.waitForCompletion(PATIENCE.toMillis());
        for (int code : token.getReasonCodes()) {
            if (code >= FIRST_REFUSING_CODE) {
                throw new MqttException(code);
            }
        }
    }

    /** Returns when the connection is lost or has been given up. */
    void awaitLoss() throws InterruptedException {
        over.await();
    }

    /** Leaves further messages to the broker, unacknowledged; acknowledgements still go out. */
    void stopListening() {
        deaf = true;
    }

    /** Lets {@link #awaitLoss} return. */
    void giveUp() {
        stopListening();
        over.countDown();
    }

    /** Completes with whether the broker took the message and has a session to pass it on to. */
    CompletableFuture<Boolean> publish(String topic, MqttMessage message) {
        var accepted = new CompletableFuture<Boolean>();
        try {
            client.publish(topic, message, null, new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    answer(accepted, isTaken(token));
                }

                @Override
                public void onFailure(IMqttToken token, Throwable fault) {
                    answer(accepted, false);
                }
            });
        } catch (MqttException | RuntimeException fault) {
            log.warn("A message to a device could not be published; its sender is told so", fault);
            accepted.complete(false);
        }
        return accepted;
    }

    /** On another thread, since what hangs on the answer may wait for the very thread that brings it. */
    private static void answer(CompletableFuture<Boolean> accepted, boolean value) {
        accepted.completeAsync(() -> value);
    }

    private static boolean isTaken(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null || codes.length == 0 || (codes[0] != NOBODY_LISTENS && codes[0] < FIRST_REFUSING_CODE);
    }

    @Override
    public void close() {
        giveUp();
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(PATIENCE.toMillis());
            } else {
                client.disconnectForcibly(0, 1, false);
            }
        } catch (MqttException | RuntimeException gone) {
            log.debug("The connection was gone before it was closed", gone);
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException gone) {
            log.debug("The client was gone before it was closed", gone);
        }
    }

    /** Called by Paho on its one callback thread; nothing here may block for long, or throw. */
    private final class Callback implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (deaf) {
                return;
            }
            try {
                if (!receiver.take(received(topic, message))) {
                    giveUp();
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                giveUp();
            } catch (RuntimeException fault) {
                log.error("A message could not be looked after; reconnects, and it comes again", fault);
                giveUp();
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            giveUp();
        }

        @Override
        public void mqttErrorOccurred(MqttException fault) {
            log.warn("The broker said something that is not MQTT; the connection goes on if it can", fault);
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String broker) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }

    private FrameReceiver.Message received(String topic, MqttMessage message) {
        var contentType = Optional.ofNullable(message.getProperties()).map(MqttProperties::getContentType);
        Incoming.Acknowledgement acknowledgement = () -> acknowledge(message.getId(), message.getQos());
        return new FrameReceiver.Message(topic, message.getPayload(), contentType, acknowledgement);
    }

    private void acknowledge(int id, int qos) {
        try {
            client.messageArrivedComplete(id, qos);
        } catch (MqttException | RuntimeException gone) {
            log.debug("An acknowledgement came after its connection; the message comes again, as a duplicate", gone);
        }
    }
}
