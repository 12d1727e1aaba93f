package org.handrail.companion.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the embedded broker listens and keeps its journal, and who the house is.
 *
 * @param host a loopback address; anything else is refused where there is no TLS
 * @param port 0 picks a free one
 * @param houseUser name of the house; no device id may begin with it
 * @param houseSecret made anew at each start, handed only to our own MQTT clients
 * @param tls how watches are spoken to; the house itself then has a loopback port of its own, without
 */
public record BrokerSettings(
        String host, int port, Path directory, String houseUser, String houseSecret, Optional<BrokerTls> tls) {

    public BrokerSettings {
        try {
            if (tls.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        "Without TLS the embedded broker listens on loopback only, not on " + host + ".");
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The host " + host + " is not known here.", e);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535, not at " + port + ".");
        }
        if (houseUser.isBlank() || houseSecret.isBlank()) {
            throw new IllegalArgumentException("The house needs a name and a secret.");
        }
        directory = directory.toAbsolutePath().normalize();
    }

    /** Without TLS. */
    public BrokerSettings(String host, int port, Path directory, String houseUser, String houseSecret) {
        this(host, port, directory, houseUser, houseSecret, Optional.empty());
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "BrokerSettings[" + host + ":" + port + ", " + directory + ", house " + houseUser + "]";
    }
}
