package org.handrail.companion.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "org.handrail.companion.embedded.Mosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and " + Mosquitto.BINARY + " is not installed")
class MosquittoTlsTests extends TlsKit {

    private final List<Mosquitto> brokers = new ArrayList<>();

    @Override
    int startBroker(Path directory, BrokerTls tls) throws Exception {
        return start(directory, Optional.of(tls)).port();
    }

    @Override
    int startBrokerWithoutTls(Path directory) throws Exception {
        return start(directory, Optional.empty()).port();
    }

    /** Commanded over TLS too, where the name is the right one. */
    private Mosquitto start(Path directory, Optional<BrokerTls> tls) throws Exception {
        var mosquitto = new Mosquitto(Files.createDirectory(directory), tls).start();
        brokers.add(mosquitto);
        if (directory.endsWith("here")) {
            try (var wired = mosquitto.wired(
                    "--handrail.ingest.mqtt.certificate-authority=" + directory.resolveSibling("right.pem"))) {
                Mosquitto.rights(wired).reconcile(Set.of());
                Mosquitto.rights(wired).admit(new DeviceCredential(new DeviceId("wrist"), "secret-wrist"));
            }
        }
        return mosquitto;
    }

    @Override
    void stopBrokers() {
        brokers.forEach(Mosquitto::close);
    }
}
