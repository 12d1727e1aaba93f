package org.handrail.companion.menteepage;

import java.util.Optional;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.Pairing;

/** A watch of the mentee's, and how it is doing. */
record OwnWatch(String device, String name, Wrist wrist) {

    /** The model, where the watch said one. */
    static String nameOf(Optional<Pairing> pairing) {
        return pairing.flatMap(Pairing::make).map(DeviceMake::model).orElse("Watch");
    }
}
