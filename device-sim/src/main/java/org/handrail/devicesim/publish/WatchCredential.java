package org.handrail.devicesim.publish;

import org.handrail.signals.DeviceId;

/**
 * How a watch gets in: the broker's address, and the device's own name and secret.
 *
 * @param brokerUri for example {@code tcp://localhost:1883}
 */
public record WatchCredential(String brokerUri, DeviceId device, String secret) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return device + " at " + brokerUri;
    }
}
