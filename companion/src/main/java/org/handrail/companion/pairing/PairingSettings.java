package org.handrail.companion.pairing;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How watches find the house from where they are.
 *
 * @param broker what a newly paired watch connects to; where none is given, the broker that ingest uses
 * @param house address of the house as the QR code says it; where none is given, the one that the mentee's browser used
 */
@ConfigurationProperties("handrail.pairing")
record PairingSettings(@Nullable URI broker, @Nullable URI house) {

    Optional<URI> brokerForWatches() {
        return Optional.ofNullable(broker);
    }

    Optional<URI> houseForWatches() {
        return Optional.ofNullable(house);
    }
}
