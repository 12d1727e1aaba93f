package org.handrail.companion.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;

class EmbeddedRightsTests extends RightsKit {

    private final Map<String, String> paired = new ConcurrentHashMap<>();
    private EmbeddedBroker broker;

    @Override
    void startBroker(Path directory) {
        broker = EmbeddedBroker.start(
                new BrokerSettings("127.0.0.1", 0, directory, "handrail", "secret-of-the-house"),
                (user, secret) ->
                        secret.equals(paired.get(user)) ? Optional.of(new BrokerGuest.Device(user)) : Optional.empty());
    }

    @Override
    void stopBroker() {
        broker.close();
    }

    @Override
    String url() {
        return broker.url();
    }

    @Override
    BrokerRights rights() {
        return new EmbeddedRights(broker);
    }

    @Override
    TestClient house(String clientId) throws MqttException {
        return TestClient.connect(url(), "handrail", "secret-of-the-house", clientId, options -> {});
    }

    @Override
    void pair(DeviceCredential credential) {
        paired.put(credential.device().value(), credential.secret());
        rights().admit(credential);
    }

    @Override
    void forget(DeviceId device) {
        paired.remove(device.value());
    }

    @Override
    boolean endsWhoPublishesElsewhere() {
        return false;
    }
}
