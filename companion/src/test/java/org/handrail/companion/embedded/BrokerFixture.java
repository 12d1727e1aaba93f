package org.handrail.companion.embedded;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A broker whose devices have the secret {@code secret-} and their id. */
final class BrokerFixture {

    static final String HOUSE = "house";
    static final String HOUSE_SECRET = "a-secret-of-this-run";

    private BrokerFixture() {}

    static EmbeddedBroker start(Path directory) {
        return start(directory, 0);
    }

    static EmbeddedBroker start(Path directory, int port) {
        return EmbeddedBroker.start(
                new BrokerSettings("127.0.0.1", port, directory, HOUSE, HOUSE_SECRET),
                (user, secret) ->
                        secret.equals("secret-" + user) ? Optional.of(new BrokerGuest.Device(user)) : Optional.empty());
    }

    static TestClient house(EmbeddedBroker broker) throws MqttException {
        return TestClient.connect(broker, HOUSE, HOUSE_SECRET, "house-ingest");
    }

    static TestClient device(EmbeddedBroker broker, String id) throws MqttException {
        return TestClient.connect(broker, id, "secret-" + id, id);
    }
}
