package org.handrail.companion.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.ConfigurableApplicationContext;

@EnabledIf(
        value = "org.handrail.companion.embedded.Mosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and " + Mosquitto.BINARY + " is not installed")
class MosquittoRightsTests extends RightsKit {

    private Mosquitto mosquitto;
    private ConfigurableApplicationContext wired;

    @Override
    void startBroker(Path directory) throws Exception {
        mosquitto = new Mosquitto(directory, Optional.empty()).start();
        wired = mosquitto.wired();
        Mosquitto.rights(wired).reconcile(Set.of());
    }

    @Override
    void stopBroker() {
        wired.close();
        mosquitto.close();
    }

    @Override
    String url() {
        return mosquitto.url();
    }

    @Override
    BrokerRights rights() {
        return Mosquitto.rights(wired);
    }

    @Override
    TestClient house(String clientId) throws MqttException {
        return TestClient.connect(url(), Mosquitto.HOUSE, Mosquitto.HOUSE_SECRET, clientId, options -> {});
    }

    @Override
    void pair(DeviceCredential credential) {
        rights().admit(credential);
    }

    @Override
    void forget(DeviceId device) {
        // This broker has a list of its own.
    }

    /** Debian's 2.0.11 does, for {@code max_queued_messages 0}: its guard against floods takes that for a full queue. */
    @Override
    boolean endsWhoPublishesElsewhere() {
        return true;
    }
}
