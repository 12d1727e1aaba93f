package org.handrail.companion.pairing;

import java.net.URI;
import org.handrail.ingest.PairingCode;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the QR code says: the code and where the house is. Its scheme is Handrail's own, so a camera hands it to the watch's
 * app, and no browser takes the code to a server in an address that is written down there.
 */
@Component
public class PairingLink {

    private final PairingSettings settings;

    PairingLink(PairingSettings settings) {
        this.settings = settings;
    }

    /** @param seenAs the house's address as the mentee's browser has it */
    public URI to(PairingCode code, URI seenAs) {
        return UriComponentsBuilder.newInstance()
                .scheme("handrail")
                .host("pair")
                .queryParam("v", "1")
                .queryParam("house", "{house}")
                .queryParam("code", code.value())
                .encode()
                .buildAndExpand(settings.houseForWatches().orElse(seenAs))
                .toUri();
    }
}
