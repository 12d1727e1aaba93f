package org.handrail.companion.pairing;

import org.handrail.ingest.DeviceCredential;

/** What a paired watch is told, this once. Nothing in it says whose watch it is. */
record PairingAnswer(String device, String secret, Broker broker, int protocol) {

    /** The version of the wire protocol that is spoken here. */
    private static final int PROTOCOL = 1;

    record Broker(String url) {}

    static PairingAnswer of(DeviceCredential credential, String brokerUrl) {
        return new PairingAnswer(credential.device().value(), credential.secret(), new Broker(brokerUrl), PROTOCOL);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "PairingAnswer[device=" + device + "]";
    }
}
