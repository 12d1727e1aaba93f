package org.handrail.ingest.pairing;

import java.time.Instant;
import java.util.Optional;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.Pairing;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/** A pairing that holds, with the hash of its secret. */
record PairingRow(DeviceId device, MenteeId mentee, byte[] secretHash, Instant pairedAt, Optional<DeviceMake> make) {

    Pairing asPairing() {
        return new Pairing(device, mentee, pairedAt, make);
    }
}
