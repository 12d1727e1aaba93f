package org.handrail.ingest.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Given;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a device may do is asked of both brokers by the companion's RightsKit; this is about keeping the list. */
@EnabledIf(
        value = "org.handrail.ingest.mosquitto.GuardedMosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and mosquitto with mosquitto_ctrl is not installed")
@Timeout(60)
class DynamicSecurityTests {

    private static final String ANOTHERS = "a client of somebody else";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeviceId device = Given.device();
    private final DeviceCredential credential = new DeviceCredential(device, "secret of the device");

    @TempDir
    private Path directory;

    private GuardedMosquitto mosquitto;
    private DynamicSecurity rights;

    @BeforeEach
    void start() throws Exception {
        mosquitto = new GuardedMosquitto(directory).start();
        rights = new DynamicSecurity(mosquitto.mqtt(), mosquitto.rights("secret"), meters);
    }

    @AfterEach
    void stop() {
        mosquitto.close();
    }

    @Test
    void afterTheFirstRollNothingIsAllowedThatNoRoleSays() throws MqttException {
        rights.reconcile(Set.of());

        var defaults =
                mosquitto.ask(List.of(Commands.getDefaults())).get(0).data().path("acls");
        assertThat(defaults).hasSize(4).allMatch(access -> !access.path("allow").asBoolean(true));
        assertThat(isKnown("house")).isTrue();
    }

    @Test
    void everyStepMayBeRepeated() throws MqttException {
        for (int time = 0; time < 3; time++) {
            rights.admit(credential);
            rights.reconcile(Set.of(device));
        }
        assertThat(isKnown(device.value())).isTrue();
        for (int time = 0; time < 3; time++) {
            rights.revoke(device);
            rights.reconcile(Set.of());
        }
        assertThat(isKnown(device.value())).isFalse();
        assertThat(mosquitto.ask(List.of(Commands.getRole(Commands.roleOf(device)))))
                .allMatch(answer -> answer.says(Commands.NO_ROLE));
    }

    @Test
    void clientsOfOthersAreLeftAlone() throws MqttException {
        var others = Given.device();
        mosquitto.ask(List.of(
                Map.of("command", "createClient", "username", others.value(), "password", "x", "textname", ANOTHERS)));
        rights.admit(credential);

        rights.reconcile(Set.of());
        rights.revoke(others);

        assertThat(isKnown(device.value())).isFalse();
        assertThat(isKnown(others.value())).isTrue();
        assertThat(isKnown(GuardedMosquitto.DOORKEEPER)).isTrue();
        assertThatThrownBy(() -> rights.admit(new DeviceCredential(others, "y")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("left alone");
    }

    @Test
    void aRoleThatSomebodyHasWidenedIsPutRight() throws MqttException {
        rights.admit(credential);
        mosquitto.ask(List.of(Map.of(
                "command", "addRoleACL",
                "rolename", Commands.roleOf(device),
                "acltype", "subscribePattern",
                "topic", "#",
                "allow", true)));

        rights.admit(credential);

        var role = mosquitto
                .ask(List.of(Commands.getRole(Commands.roleOf(device))))
                .get(0);
        assertThat(Acl.setOf(role.data().path("role").path("acls"))).isEqualTo(Set.copyOf(Acl.ofDevice(device)));
    }

    @Test
    void whatWasAdmittedIsKnownAfterTheBrokerComesBack() throws Exception {
        rights.admit(credential);

        mosquitto.stop();
        mosquitto.start();

        assertThat(isKnown(device.value())).isTrue();
    }

    @Test
    void devicesThatTheBrokerHasForgottenAreTold() throws Exception {
        var still = new DeviceCredential(Given.device(), "still here");
        rights.admit(credential);
        mosquitto.stop();
        Files.delete(mosquitto.list());
        mosquitto.start();
        rights.admit(still);

        rights.reconcile(Set.of(device, still.device()));

        assertThat(meters.get("handrail.ingest.rights.unknown").gauge().value()).isEqualTo(1);
        assertThat(isKnown(device.value())).isFalse();
        rights.reconcile(Set.of(still.device()));
        assertThat(meters.get("handrail.ingest.rights.unknown").gauge().value()).isZero();
    }

    @Test
    void aRollLongerThanOnePageIsReadWhole() throws MqttException {
        var many = IntStream.range(0, 40).mapToObj(number -> Given.device()).toList();
        try (var talk = ControlTalk.open(mosquitto.mqtt(), mosquitto.rights("secret"))) {
            var desk = new PluginDesk(talk);
            for (var one : many) {
                desk.admit(new DeviceCredential(one, "secret"));
            }
            assertThat(desk.devices(7)).isEqualTo(new HashSet<>(many));
            desk.showOut(many);
            assertThat(desk.devices(7)).isEmpty();
        }
    }

    @Test
    void aBrokerThatIsAwayIsSaidSoon() {
        mosquitto.stop();

        assertThatThrownBy(() -> rights.admit(credential))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The broker's list of devices could not be changed")
                .hasMessageNotContaining(credential.secret());
    }

    @Test
    void aDoorkeeperWithTheWrongSecretIsSaid() {
        var wrong = new DynamicSecurity(mosquitto.mqtt(), mosquitto.rights("wrong"), meters);

        assertThatThrownBy(() -> wrong.admit(credential))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Not authorized");
    }

    @Test
    @Timeout(20)
    void aBrokerWithoutThePluginIsSaidAndNotWaitedForForEver() throws Exception {
        mosquitto.stop();
        mosquitto.withoutPlugin().start();

        assertThatThrownBy(() -> rights.admit(credential)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDeviceThatIsShownOutIsGoneAtOnceAndMayComeBackAfterThePause() throws Exception {
        rights.admit(credential);
        var line = new MqttClient(mosquitto.mqtt().broker().toString(), device.value(), new MemoryPersistence());
        signIn(line);

        rights.showOut(device, Duration.ofSeconds(2));

        await().until(() -> !line.isConnected());
        assertThatThrownBy(() -> signIn(line)).isInstanceOf(MqttException.class);
        await().ignoreExceptions().until(() -> {
            signIn(line);
            return line.isConnected();
        });
        line.disconnect();
        line.close();
    }

    @Test
    void aDeviceThatADeadProcessHadShownOutIsLetInAtTheNextRoll() throws MqttException {
        rights.admit(credential);
        rights.showOut(device, Duration.ofHours(1));
        rights.reconcile(Set.of(device));
        assertThat(isLetIn()).as("it rests for this process").isFalse();

        new DynamicSecurity(mosquitto.mqtt(), mosquitto.rights("secret"), meters).reconcile(Set.of(device));

        assertThat(isLetIn()).isTrue();
    }

    private void signIn(MqttClient line) throws MqttException {
        var options = new MqttConnectionOptions();
        options.setUserName(device.value());
        options.setPassword(credential.secret().getBytes(StandardCharsets.UTF_8));
        options.setConnectionTimeout(5);
        line.connect(options);
    }

    private boolean isLetIn() throws MqttException {
        var client = mosquitto
                .ask(List.of(Commands.getClient(device.value())))
                .get(0)
                .data()
                .path("client");
        return !client.path("disabled").asBoolean(false);
    }

    private boolean isKnown(String user) throws MqttException {
        return mosquitto.ask(List.of(Commands.getClient(user))).get(0).error().isEmpty();
    }
}
