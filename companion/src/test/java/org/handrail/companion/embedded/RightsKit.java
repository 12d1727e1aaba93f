package org.handrail.companion.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttToken;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device may do, and what nobody may, at every broker that Handrail runs with. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RightsKit {

    private static final int NOT_AUTHORIZED = 135;
    private static final String EVERY_UP = "handrail/1/+/up/#";

    private final DeviceId wrist = device();
    private final DeviceId other = device();
    private TestClient house;

    abstract String url();

    abstract BrokerRights rights();

    /** The house's own connection, with everything it may. */
    abstract TestClient house(String clientId) throws MqttException;

    /** As the pairing does it. */
    abstract void pair(DeviceCredential credential);

    /** Whether the broker ends an MQTT 5 connection once it has said no to a message. */
    abstract boolean endsWhoPublishesElsewhere();

    abstract void startBroker(Path directory) throws Exception;

    abstract void stopBroker();

    @BeforeAll
    void pairTwoAndListen(@TempDir Path directory) throws Exception {
        startBroker(directory);
        pair(credential(wrist));
        pair(credential(other));
        house = house("handrail-" + UUID.randomUUID());
        assertThat(house.client.subscribe(EVERY_UP, 1).getReasonCodes()).containsExactly(1);
    }

    @AfterEach
    void nothingElseHasArrived() {
        assertThat(house.inbox).isEmpty();
    }

    @AfterAll
    void leave() throws MqttException {
        house.close();
        stopBroker();
    }

    @Test
    void aDeviceSpeaksUnderItsUpAndHearsItsDown() throws Exception {
        try (var device = connect(wrist)) {
            assertThat(device.client.subscribe(down(wrist) + "/#", 1).getReasonCodes())
                    .containsExactly(1);

            device.publish(up(wrist), "frame");
            house.publish(down(wrist) + "/nudge", "nudge");

            assertThat(house.nextAcknowledged().text()).isEqualTo("frame");
            assertThat(device.nextAcknowledged().text()).isEqualTo("nudge");
        }
        try (var device = connectOld(wrist)) {
            assertThat(device.subscribes(down(wrist) + "/#")).isTrue();

            device.publish(up(wrist), "old frame", false);
            house.publish(down(wrist) + "/nudge", "second nudge");

            assertThat(house.nextAcknowledged().text()).isEqualTo("old frame");
            assertThat(device.inbox().poll(10, TimeUnit.SECONDS)).isEqualTo("second nudge");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "handrail/1/OTHER/up/heart-rate",
                "handrail/1/OTHER/down/nudge",
                "handrail/1/WRISTx/up/heart-rate",
                "handrail/1/WRIST/down/nudge",
                "handrail/1/WRIST",
                "handrail/2/WRIST/up/heart-rate",
                "heart-rate",
                "$SYS/broker/uptime",
                "$CONTROL/dynamic-security/v1",
                "$share/ingest/handrail/1/OTHER/up/heart-rate"
            })
    void whatIsPublishedElsewhereIsRefusedAndArrivesNowhere(String template) throws Exception {
        String topic = filled(template);
        try (var listener = connect(other);
                var device = connect(wrist)) {
            listener.client.subscribe(down(other) + "/#", 1);

            isRefused(device, topic, false);
            onlyThisArrives("after " + topic);
            assertThat(listener.inbox).isEmpty();
        }
    }

    /** Retained, it would wait there for whoever subscribes next. */
    @Test
    void nothingIsLeftOnTheTopicOfAnother() throws Exception {
        try (var device = connect(wrist)) {
            isRefused(device, up(other), true);
        }
        oldPublish(up(other), true);
        try (var later = house("handrail-" + UUID.randomUUID())) {
            later.client.subscribe("handrail/1/" + other.value() + "/up/#", 1);
            onlyThisArrives("after the retained ones");
            assertThat(later.inbox).extracting(TestClient.Arrived::text).containsOnly("after the retained ones");
            later.client.unsubscribe("handrail/1/" + other.value() + "/up/#");
        }
    }

    @Test
    void anOldClientThatSpeaksElsewhereIsHeardNowhere() throws Exception {
        oldPublish(up(other), false);

        onlyThisArrives("after the old one");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "handrail/1/OTHER/down/#",
                "handrail/1/OTHER/down/nudge",
                "handrail/1/+/down/#",
                "handrail/1/WRISTx/down/#",
                "handrail/+/WRIST/down/#",
                "handrail/1/OTHER/up/#",
                "handrail/1/WRIST/up/#",
                "handrail/1/WRIST/#",
                "handrail/1/WRIST/+/nudge",
                "#",
                "+/#",
                "+/1/OTHER/down/nudge",
                "+",
                "$SYS/#",
                "$CONTROL/#",
                "$CONTROL/dynamic-security/v1/response",
                "$share/mine/handrail/1/OTHER/down/#",
                "$share/mine/handrail/1/+/up/#",
                "$share/mine/#",
                "$share/mine/handrail/1/WRIST/down/#"
            })
    void listeningElsewhereIsRefusedAndBringsNothing(String template) throws Exception {
        String filter = filled(template);
        try (var device = connect(wrist);
                var old = connectOldAs(other, filter)) {
            assertThat(isGranted(device, filter)).as("MQTT 5").isFalse();
            try (var third = connectOld(wrist)) {
                assertThat(third.subscribes(filter)).as("MQTT 3.1.1").isFalse();
                house.publish(down(other) + "/nudge", "for the other one");
                house.publish("handrail/1/" + UUID.randomUUID() + "/down/nudge", "for nobody");
                assertThat(old.inbox().poll(10, TimeUnit.SECONDS)).isEqualTo("for the other one");
                onlyThisArrives("a frame");
                assertThat(third.inbox()).isEmpty();
            }
            assertThat(device.inbox).isEmpty();
        }
    }

    @Test
    void aRevokedDeviceIsOutAtOnceAndStaysOut() throws Exception {
        var leaver = leaver();
        var device = connect(leaver);
        var bystander = connect(other);

        revoke(leaver);

        assertThat(device.lost.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> connect(leaver)).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> connectOld(leaver)).isInstanceOf(org.eclipse.paho.client.mqttv3.MqttException.class);
        assertThat(bystander.client.isConnected()).isTrue();
        bystander.close();
        device.close();
    }

    @Test
    void aRevokedOldClientIsOutAtOnce() throws Exception {
        var leaver = leaver();
        try (var device = connectOld(leaver)) {
            revoke(leaver);

            assertThat(device.isLostSoon()).isTrue();
        }
    }

    @Test
    void whoeverIsNotPairedIsShownOutByTheRoll() throws Exception {
        var leaver = leaver();
        var device = connect(leaver);
        var bystander = connect(other);

        forget(leaver);
        rights().reconcile(Set.of(wrist, other));

        assertThat(device.lost.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> connect(leaver)).isInstanceOf(MqttException.class);
        assertThat(bystander.client.isConnected()).isTrue();
        bystander.close();
        device.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "wrong secret,   WRIST,     wrong",
        "empty secret,   WRIST,     ''",
        "other's secret, WRIST,     secret-OTHER",
        "unknown device, nobody,    secret-nobody",
        "empty name,     '',        ''",
        "wildcard,       +,         secret-+",
    })
    void whoCannotProveWhoTheyAreStaysOut(String label, String user, String secret) {
        String name = filled(user);
        assertThatThrownBy(() -> TestClient.connect(url(), name, filled(secret), "c-" + UUID.randomUUID(), more -> {}))
                .isInstanceOfSatisfying(MqttException.class, this::isARefusal);
        assertThatThrownBy(
                        () -> TestClient.connect(url(), name, filled(secret), name.isEmpty() ? "x" : name, more -> {}))
                .isInstanceOfSatisfying(MqttException.class, this::isARefusal);
    }

    @Test
    void nobodyComesInWithoutASecretOrAName() {
        assertThatThrownBy(() -> TestClient.connect(
                        url(), wrist.value(), "", wrist.value(), options -> options.setPassword(null)))
                .isInstanceOfSatisfying(MqttException.class, this::isARefusal);
        assertThatThrownBy(() -> TestClient.connect(url(), "", "", wrist.value(), options -> {
                    options.setUserName(null);
                    options.setPassword(null);
                }))
                .isInstanceOfSatisfying(MqttException.class, this::isARefusal);
    }

    @Test
    void aDeviceCannotTakeTheSessionOfAnotherOrOfTheHouse() throws Exception {
        try (var victim = connect(other)) {
            for (String clientId : Set.of(other.value(), house.client.getClientId(), "c-" + UUID.randomUUID())) {
                assertThatThrownBy(
                                () -> TestClient.connect(url(), wrist.value(), secret(wrist), clientId, options -> {}))
                        .as(clientId)
                        .isInstanceOfSatisfying(MqttException.class, this::isARefusal);
            }
            assertThat(victim.client.isConnected()).isTrue();
            assertThat(house.client.isConnected()).isTrue();
        }
    }

    @Test
    void aWillOnTheTopicOfAnotherIsNeverSpoken() throws Exception {
        var forged = new MqttMessage("forged".getBytes(UTF_8), 1, false, null);
        try (var device = TestClient.connect(url(), wrist.value(), secret(wrist), wrist.value(), options -> {
            options.setWill(up(other), forged);
            options.setSessionExpiryInterval(0L);
        })) {
            device.vanish();
        } catch (MqttException refusedAtTheDoor) {
            isARefusal(refusedAtTheDoor);
        }
        try (var device = connectOldWithWill(up(other))) {
            assertThat(device.isConnected()).isTrue();
        } catch (org.eclipse.paho.client.mqttv3.MqttException refusedAtTheDoor) {
            assertThat(refusedAtTheDoor.getReasonCode()).isBetween(1, 5);
        }

        onlyThisArrives("after the wills");
    }

    @Test
    void aWillOfItsOwnIsSpokenWhenADeviceVanishes() throws Exception {
        var will = new MqttMessage("gone".getBytes(UTF_8), 1, false, null);
        var device = TestClient.connect(url(), wrist.value(), secret(wrist), wrist.value(), options -> {
            options.setWill(up(wrist), will);
            // Artemis 2.55 never speaks the will of a kept session that names no delay.
            options.getWillMessageProperties().setWillDelayInterval(1L);
        });

        device.vanish();

        assertThat(house.nextAcknowledged().text()).isEqualTo("gone");
    }

    @Test
    void theHouseMayShareItsReadingWithOthers() throws Exception {
        String shared = "$share/ingest-" + UUID.randomUUID() + "/" + EVERY_UP;
        try (var one = house("handrail-" + UUID.randomUUID());
                var device = connect(wrist)) {
            assertThat(one.client.subscribe(shared, 1).getReasonCodes()).containsExactly(1);

            device.publish(up(wrist), "frame");

            assertThat(one.nextAcknowledged().text()).isEqualTo("frame");
            one.client.unsubscribe(shared);
        }
        house.nextAcknowledged();
    }

    @Test
    void revokingAndCallingTheRollMayBeRepeated() throws Exception {
        var leaver = leaver();
        rights().revoke(device());
        revoke(leaver);
        rights().revoke(leaver);
        rights().reconcile(Set.of(wrist, other));
        rights().reconcile(Set.of(wrist, other));

        try (var device = connect(other)) {
            device.publish(up(other), "still in");
            assertThat(house.nextAcknowledged().text()).isEqualTo("still in");
        }
    }

    /** Forgets the pairing, where the broker asks for it; then tells the broker. */
    void revoke(DeviceId device) {
        forget(device);
        rights().revoke(device);
    }

    abstract void forget(DeviceId device);

    static String secret(DeviceId device) {
        return "secret-" + device.value();
    }

    private static DeviceId device() {
        return new DeviceId("w" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** A third one, who does not stay. */
    private DeviceId leaver() {
        var leaver = device();
        pair(credential(leaver));
        return leaver;
    }

    private static DeviceCredential credential(DeviceId device) {
        return new DeviceCredential(device, secret(device));
    }

    private static String up(DeviceId device) {
        return "handrail/1/" + device.value() + "/up/heart-rate";
    }

    private static String down(DeviceId device) {
        return "handrail/1/" + device.value() + "/down";
    }

    private String filled(String template) {
        return template.replace("WRIST", wrist.value()).replace("OTHER", other.value());
    }

    private TestClient connect(DeviceId device) throws MqttException {
        return TestClient.connect(url(), device.value(), secret(device), device.value(), options -> {});
    }

    private OldClient connectOld(DeviceId device) throws org.eclipse.paho.client.mqttv3.MqttException {
        return OldClient.connect(url(), device.value(), secret(device), options -> {});
    }

    /** The one whom the message is for, so that its not coming elsewhere is no accident. */
    private OldClient connectOldAs(DeviceId device, String reason) throws org.eclipse.paho.client.mqttv3.MqttException {
        var client = connectOld(device);
        assertThat(client.subscribes(down(device) + "/#")).as(reason).isTrue();
        return client;
    }

    private OldClient connectOldWithWill(String topic) throws org.eclipse.paho.client.mqttv3.MqttException {
        return OldClient.connect(
                url(),
                wrist.value(),
                secret(wrist),
                options -> options.setWill(topic, "forged".getBytes(UTF_8), 1, false));
    }

    private void oldPublish(String topic, boolean retained) throws Exception {
        try (var device = connectOld(wrist)) {
            try {
                device.publish(topic, "forged", retained);
            } catch (org.eclipse.paho.client.mqttv3.MqttException overBeforeTheConfirmation) {
                assertThat(device.isConnected()).isFalse();
            }
            // The version knows no word for it, and both brokers end the connection.
            assertThat(device.isLostSoon()).isTrue();
        }
    }

    private void isRefused(TestClient device, String topic, boolean retained) throws Exception {
        try {
            MqttToken token =
                    device.client.getTopic(topic).publish(new MqttMessage("forged".getBytes(UTF_8), 1, retained, null));
            token.waitForCompletion(10_000);
            assertThat(token.getReasonCodes()).containsExactly(NOT_AUTHORIZED);
        } catch (MqttException overBeforeTheAnswer) {
            assertThat(device.lost.await(10, TimeUnit.SECONDS)).isTrue();
            return;
        }
        if (endsWhoPublishesElsewhere()) {
            assertThat(device.lost.await(10, TimeUnit.SECONDS)).isTrue();
        } else {
            device.settle();
            assertThat(device.client.isConnected()).isTrue();
        }
    }

    private static boolean isGranted(TestClient device, String filter) {
        try {
            return device.client.subscribe(filter, 1).getReasonCodes()[0] < 0x80;
        } catch (MqttException refused) {
            return false;
        }
    }

    /** Frames come in order, so what was forged before would have come before. */
    private void onlyThisArrives(String text) throws Exception {
        try (var honest = connect(other)) {
            honest.publish(up(other), text);
        }
        assertThat(house.nextAcknowledged().text()).isEqualTo(text);
        assertThat(house.inbox).isEmpty();
    }

    private void isARefusal(MqttException fault) {
        assertThat(fault.getReasonCode())
                .isIn(
                        MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
                        MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED,
                        133);
    }
}
