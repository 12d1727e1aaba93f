package org.handrail.companion.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTests {

    private static final String UP = "handrail/1/+/up/#";
    private static final String EDA = "handrail/1/wrist/up/eda";

    @TempDir
    Path directory;

    @Test
    void anUnacknowledgedMessageComesAgainHoweverOftenTheSubscriberGoes() throws Exception {
        try (EmbeddedBroker broker = BrokerFixture.start(directory)) {
            TestClient first = BrokerFixture.house(broker);
            first.client.subscribe(UP, 1);
            try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
                wrist.publish(EDA, "frame 1");
            }
            assertThat(first.next().text()).isEqualTo("frame 1");
            first.vanish();

            for (int visit = 0; visit < 12; visit++) {
                TestClient again = BrokerFixture.house(broker);
                assertThat(again.next().text()).isEqualTo("frame 1");
                again.vanish();
            }
        }
    }

    @Test
    void anAcknowledgedMessageDoesNotComeAgain() throws Exception {
        try (EmbeddedBroker broker = BrokerFixture.start(directory);
                TestClient wrist = BrokerFixture.device(broker, "wrist")) {
            try (TestClient first = BrokerFixture.house(broker)) {
                first.client.subscribe(UP, 1);
                wrist.publish(EDA, "frame 1");
                first.nextAcknowledged();
            }
            wrist.publish(EDA, "frame 2");
            try (TestClient again = BrokerFixture.house(broker)) {
                assertThat(again.nextAcknowledged().text()).isEqualTo("frame 2");
            }
        }
    }

    @Test
    void messagesForASessionThatIsAwaySurviveARestart() throws Exception {
        try (EmbeddedBroker broker = BrokerFixture.start(directory)) {
            try (TestClient house = BrokerFixture.house(broker)) {
                house.client.subscribe(UP, 1);
                publishThree(broker);
                assertThat(house.nextAcknowledged().text()).isEqualTo("frame 1");
                house.next();
            }
        }
        try (EmbeddedBroker broker = BrokerFixture.start(directory);
                TestClient house = BrokerFixture.house(broker)) {
            assertThat(house.nextAcknowledged().text()).isEqualTo("frame 2");
            assertThat(house.nextAcknowledged().text()).isEqualTo("frame 3");
        }
    }

    @Test
    void messagesForASessionThatIsAwaySurviveAKilledProcess() throws Exception {
        try (ChildProcess child = ChildProcess.start(BrokerChild.class, directory)) {
            String url = "tcp://127.0.0.1:" + child.firstLine();
            try (TestClient house =
                    TestClient.connect(url, BrokerFixture.HOUSE, BrokerFixture.HOUSE_SECRET, "house-ingest", o -> {})) {
                house.client.subscribe(UP, 1);
            }
            try (TestClient wrist = TestClient.connect(url, "wrist", "secret-wrist", "wrist", o -> {})) {
                wrist.publish(EDA, "frame 1");
            }
            child.kill();
        }
        try (EmbeddedBroker broker = BrokerFixture.start(directory);
                TestClient house = BrokerFixture.house(broker)) {
            assertThat(house.nextAcknowledged().text()).isEqualTo("frame 1");
        }
    }

    @Test
    void aMessageThatHasExpiredIsNotDelivered() throws Exception {
        try (EmbeddedBroker broker = BrokerFixture.start(directory);
                TestClient house = BrokerFixture.house(broker)) {
            try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
                wrist.client.subscribe("handrail/1/wrist/down/#", 1);
            }
            publishDown(house, "nudge of the past", 1L);
            CompletableFuture<Void> later = CompletableFuture.runAsync(
                    () -> publishDown(house, "nudge of today", 600L),
                    CompletableFuture.delayedExecutor(1_200, TimeUnit.MILLISECONDS));
            later.get(10, TimeUnit.SECONDS);
            try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
                TestClient.Arrived arrived = wrist.nextAcknowledged();
                assertThat(arrived.text()).isEqualTo("nudge of today");
                assertThat(arrived.message().getProperties().getMessageExpiryInterval())
                        .isBetween(1L, 600L);
            }
        }
    }

    @Test
    void anOlderClientSpeaksMqtt311() throws Exception {
        try (EmbeddedBroker broker = BrokerFixture.start(directory);
                TestClient house = BrokerFixture.house(broker);
                org.eclipse.paho.client.mqttv3.MqttClient wrist = new org.eclipse.paho.client.mqttv3.MqttClient(
                        broker.url(), "wrist", new org.eclipse.paho.client.mqttv3.persist.MemoryPersistence())) {
            house.client.subscribe(UP, 1);
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
            options.setUserName("wrist");
            options.setPassword("secret-wrist".toCharArray());
            wrist.connect(options);
            wrist.publish(EDA, "frame 1".getBytes(UTF_8), 1, false);
            assertThat(house.nextAcknowledged().text()).isEqualTo("frame 1");
            wrist.disconnect();
        }
    }

    @Test
    void aUserWhoIsShownOutLosesTheConnectionAndKeepsTheSession() throws Exception {
        try (EmbeddedBroker broker = BrokerFixture.start(directory);
                TestClient house = BrokerFixture.house(broker);
                TestClient other = BrokerFixture.device(broker, "other")) {
            TestClient wrist = BrokerFixture.device(broker, "wrist");
            wrist.client.subscribe("handrail/1/wrist/down/#", 1);

            broker.disconnect("wrist");

            assertThat(wrist.lost.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(other.client.isConnected()).isTrue();
            publishDown(house, "nudge", 600L);
            try (TestClient back = BrokerFixture.device(broker, "wrist")) {
                assertThat(back.nextAcknowledged().text()).isEqualTo("nudge");
            }
        }
    }

    @Test
    void aPortInUseIsNamedInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> BrokerFixture.start(directory, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The embedded broker cannot listen on 127.0.0.1:%d because that port is in use.",
                            taken.getLocalPort());
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamedInOneSentence() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> BrokerFixture.start(file.resolve("broker")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The embedded broker may not write to %s.", file.resolve("broker"));
    }

    @Test
    void aSecondBrokerInTheSameDirectoryIsRefused() throws Exception {
        try (ChildProcess child = ChildProcess.start(BrokerChild.class, directory)) {
            child.firstLine();
            assertThatThrownBy(() -> BrokerFixture.start(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The embedded broker in %s is in use by another running process.", directory);
        }
    }

    @Test
    void anAddressBeyondLoopbackIsRefused() {
        assertThatThrownBy(() -> new BrokerSettings("0.0.0.0", 0, directory, "house", "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingTwiceIsHarmless() {
        EmbeddedBroker broker = BrokerFixture.start(directory);
        broker.close();
        broker.close();
    }

    private static void publishThree(EmbeddedBroker broker) throws Exception {
        try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
            for (int frame = 1; frame <= 3; frame++) {
                wrist.publish(EDA, "frame " + frame);
            }
        }
    }

    private static void publishDown(TestClient house, String text, long expirySeconds) {
        MqttMessage message = new MqttMessage(text.getBytes(UTF_8), 1, false, new MqttProperties());
        message.getProperties().setMessageExpiryInterval(expirySeconds);
        try {
            house.client.publish("handrail/1/wrist/down/nudge", message);
        } catch (org.eclipse.paho.mqttv5.common.MqttException e) {
            throw new IllegalStateException(e);
        }
    }
}
