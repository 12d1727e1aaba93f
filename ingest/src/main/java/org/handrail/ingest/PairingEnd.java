package org.handrail.ingest;

import java.util.Optional;
import java.util.UUID;

/**
 * Why a pairing ends, and who ends it; kept with the pairing.
 *
 * @param by the person who asked for it; empty where the house did it by itself
 */
public record PairingEnd(Reason reason, Optional<UUID> by) {

    /** Why a pairing ends. */
    public enum Reason {
        UNPAIRED,
        /** Another device of the same mentee took its place. */
        REPLACED,
        /** The watch is lost or stolen. */
        LOST,
        /** The broker could not be told of the device, so it never came in. */
        NOT_ADMITTED
    }

    public static PairingEnd asked(Reason reason, UUID by) {
        return new PairingEnd(reason, Optional.of(by));
    }
}
