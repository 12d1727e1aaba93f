package org.handrail.ingest;

import org.handrail.signals.DeviceId;

/**
 * What a device signs in with at the broker: its id is the user, the secret the password. The secret is shown this once;
 * the house keeps only its hash.
 */
public record DeviceCredential(DeviceId device, String secret) {

    /** Leaves the secret out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "DeviceCredential[device=" + device + "]";
    }
}
