package org.handrail.companion.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttToken;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerRightsTests {

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = BrokerFixture.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest(name = "{0}: publishing to {1} is answered {2}")
    @CsvSource({
        "own up,             handrail/1/wrist/up/eda,                 0",
        "own up deeper,      handrail/1/wrist/up/a/b/c,               0",
        "other device,       handrail/1/other/up/eda,                 135",
        "id as a prefix,     handrail/1/wrist2/up/eda,                135",
        "own down,           handrail/1/wrist/down/nudge,             135",
        "own root,           handrail/1/wrist,                        135",
        "other version,      handrail/2/wrist/up/eda,                 135",
        "bare,               eda,                                     135",
        "system,             $SYS/broker,                             135",
        "session store,      $sys.mqtt.sessions,                      135",
        "retained store,     $sys.mqtt.retain.handrail/1/other/up/x,  135",
        "management,         activemq.management,                     135",
        "queue named,        handrail/1/wrist/up/eda::other,          135",
    })
    void aDeviceSpeaksOnlyUnderItsOwnUp(String label, String topic, int answer) throws Exception {
        try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
            MqttToken token =
                    wrist.client.getTopic(topic).publish(new MqttMessage("x".getBytes(UTF_8), 1, false, null));
            token.waitForCompletion(10_000);
            assertThat(token.getReasonCodes()).containsExactly(answer);
        }
    }

    @ParameterizedTest(name = "{0}: subscribing to {1} is answered {2}")
    @CsvSource({
        "own down,           handrail/1/wrist/down/#,      1",
        "one topic of it,    handrail/1/wrist/down/nudge,  1",
        "wildcard within,    handrail/1/wrist/down/+/x,    1",
        "other device,       handrail/1/other/down/#,      135",
        "id as a prefix,     handrail/1/wrist2/down/#,     135",
        "across devices,     handrail/1/+/down/#,          135",
        "version wildcard,   handrail/+/wrist/down/#,      135",
        "own up,             handrail/1/wrist/up/#,        135",
        "own root,           handrail/1/wrist/#,           135",
        "everything,         #,                            135",
        "every top level,    +,                            135",
        "management,         activemq.notifications,       135",
    })
    void aDeviceListensOnlyUnderItsOwnDown(String label, String filter, int answer) throws Exception {
        try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
            assertThat(wrist.client.subscribe(filter, 1).getReasonCodes()).containsExactly(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$SYS/#",
                "$sys.mqtt.sessions",
                "$share/wrist/handrail/1/wrist/down/#",
                "$share/ingest/handrail/1/+/up/#",
                "handrail/1/wrist/down/x::house-ingest.handrail/1/+/up/#"
            })
    void aDeviceThatAsksForQueuesOfTheBrokerLosesItsConnection(String filter) throws Exception {
        TestClient wrist = BrokerFixture.device(broker, "wrist");
        assertThatThrownBy(() -> wrist.client.subscribe(filter, 1)).isInstanceOf(MqttException.class);
        assertThat(wrist.lost.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$share/ingest/handrail/1/+/up/#", "$share/house-ingest/handrail/1/+/up/#"})
    void aDeviceCannotEmptyTheInboxOfTheHouse(String filter) throws Exception {
        String own = filter.contains("house-ingest") ? "handrail/1/+/up/#" : filter;
        try (TestClient house = BrokerFixture.house(broker)) {
            house.client.subscribe(own, 1);
        }
        try (TestClient wrist = BrokerFixture.device(broker, "wrist")) {
            wrist.publish("handrail/1/wrist/up/eda", "kept");
            assertThatThrownBy(() -> wrist.client.subscribe(filter, 1)).isInstanceOf(MqttException.class);
        }
        try (TestClient house = BrokerFixture.house(broker)) {
            assertThat(house.nextAcknowledged().text()).isEqualTo("kept");
            house.client.unsubscribe(own);
        }
    }

    @Test
    void aWillReachesNobodyWhereTheDeviceMayNotSpeak() throws Exception {
        try (TestClient house = BrokerFixture.house(broker)) {
            house.client.subscribe("handrail/1/+/up/#", 1);
            TestClient wrist = TestClient.connect(broker, "wrist", "secret-wrist", "wrist", options -> {
                options.setWill("handrail/1/other/up/eda", new MqttMessage("forged".getBytes(UTF_8), 1, false, null));
            });
            broker.disconnect("wrist");
            assertThat(wrist.lost.await(10, TimeUnit.SECONDS)).isTrue();
            try (TestClient back = BrokerFixture.device(broker, "wrist")) {
                back.publish("handrail/1/wrist/up/eda", "true");
            }
            assertThat(house.nextAcknowledged().text()).isEqualTo("true");
            house.client.unsubscribe("handrail/1/+/up/#");
        }
    }

    @Test
    void theHouseSpeaksAndListensEverywhere() throws Exception {
        try (TestClient house = BrokerFixture.house(broker);
                TestClient wrist = BrokerFixture.device(broker, "wrist")) {
            assertThat(house.client.subscribe("handrail/1/+/up/#", 1).getReasonCodes())
                    .containsExactly(1);
            wrist.client.subscribe("handrail/1/wrist/down/#", 1);
            wrist.publish("handrail/1/wrist/up/eda", "frame");
            assertThat(house.nextAcknowledged().topic()).isEqualTo("handrail/1/wrist/up/eda");
            house.publish("handrail/1/wrist/down/nudge", "nudge");
            assertThat(wrist.nextAcknowledged().text()).isEqualTo("nudge");
            house.client.unsubscribe("handrail/1/+/up/#");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "wrong secret,                  wrist,  wrong,                wrist,         134",
        "unknown device,                no one, secret,               no one,        134",
        "wrong secret of the house,     house,  wrong,                house-ingest,  134",
        "device named like the house,   house2, secret-house2,        house2,        134",
        "client id of another device,   wrist,  secret-wrist,         other,         133",
        "client id of the house,        wrist,  secret-wrist,         house-ingest,  133",
        "house under a device's id,     house,  a-secret-of-this-run, wrist,         133",
        "Artemis's own cluster user,    ACTIVEMQ.CLUSTER.ADMIN.USER, CHANGE ME!!, wrist, 134",
    })
    void isRefused(String label, String user, String secret, String clientId, int reason) {
        assertThatThrownBy(() -> TestClient.connect(broker, user, secret, clientId))
                .isInstanceOfSatisfying(
                        MqttException.class, e -> assertThat(e.getReasonCode()).isEqualTo(reason));
    }

    @Test
    void aClientWithoutAnyNameIsRefused() {
        assertThatThrownBy(() -> TestClient.connect(broker, "", "", "wrist", options -> {
                    options.setUserName(null);
                    options.setPassword(null);
                }))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        e -> assertThat(e.getReasonCode())
                                .isEqualTo(MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "#", "a/b", "a+b", "", ".a", "a::b", "a b", "a'b"})
    void anIdThatWouldWidenATopicIsNoDeviceId(String id) {
        assertThatThrownBy(() -> new BrokerGuest.Device(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
