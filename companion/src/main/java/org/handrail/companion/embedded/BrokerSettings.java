package org.handrail.companion.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Where the embedded broker listens and keeps its journal, and who the house is.
 *
 * @param host a loopback address; anything else is refused, since there is no TLS here
 * @param port 0 picks a free one
 * @param houseUser name of the house; no device id may begin with it
 * @param houseSecret made anew at each start, handed only to our own MQTT clients
 */
public record BrokerSettings(String host, int port, Path directory, String houseUser, String houseSecret) {

    public BrokerSettings {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        "The embedded broker listens on loopback only, not on " + host + ".");
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

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "BrokerSettings[" + host + ":" + port + ", " + directory + ", house " + houseUser + "]";
    }
}
