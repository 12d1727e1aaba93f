package org.handrail.devicesim.publish;

import java.nio.file.Path;
import java.util.Optional;
import org.handrail.signals.DeviceId;

/**
 * How a watch gets in: the broker's address, and the device's own name and secret.
 *
 * @param brokerUri for example {@code tcp://localhost:1883}, or {@code ssl://localhost:8883} for TLS
 * @param authority file of the certificates (PEM) that vouch for the broker's; those of the machine where absent
 */
public record WatchCredential(String brokerUri, DeviceId device, String secret, Optional<Path> authority) {

    public WatchCredential(String brokerUri, DeviceId device, String secret) {
        this(brokerUri, device, secret, Optional.empty());
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return device + " at " + brokerUri;
    }
}
