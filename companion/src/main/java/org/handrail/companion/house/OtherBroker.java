package org.handrail.companion.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A broker that somebody runs beside the house.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param authority file of the certificates (PEM) that vouch for it; those of the machine where absent
 * @param doorkeeper where Handrail keeps the broker's list of devices; else somebody does by hand
 */
public record OtherBroker(
        String url,
        Optional<String> user,
        Optional<String> secret,
        Optional<Path> authority,
        Optional<Doorkeeper> doorkeeper) {

    public OtherBroker {
        if (!url.matches("(tcp|ssl)://[^/]+")) {
            throw new IllegalStateException(
                    "A broker is written as tcp://host:port or ssl://host:port, not as " + url + ".");
        }
        if (authority.isPresent() && url.startsWith("tcp:")) {
            throw new IllegalStateException("tcp:// means no TLS, so no certificate authority; write ssl://host:port.");
        }
        authority.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new IllegalStateException("The certificate authority " + file + " cannot be read.");
        });
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("handrail.ingest.mqtt.broker", url);
        user.ifPresent(name -> properties.put("handrail.ingest.mqtt.user", name));
        secret.ifPresent(word -> properties.put("handrail.ingest.mqtt.secret", word));
        authority.ifPresent(
                file -> properties.put("handrail.ingest.mqtt.certificate-authority", file.toAbsolutePath()));
        doorkeeper.ifPresent(keeper -> {
            properties.put("handrail.ingest.rights.kept-by", "dynamic-security");
            properties.put("handrail.ingest.rights.user", keeper.user());
            properties.put("handrail.ingest.rights.secret", keeper.secret());
        });
        return properties;
    }

    /** Leaves the secret out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "OtherBroker[" + url + "]";
    }
}
