package org.handrail.companion.pairing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.handrail.companion.live.LivePages;
import org.handrail.ingest.PairingCodes;
import org.handrail.ingest.Redemption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a one-time code from a watch and gives it an id and a secret. */
@RestController
class PairingDoor {

    static final String PATH = "/api/v1/pairings";

    private static final Logger log = LoggerFactory.getLogger(PairingDoor.class);

    private static final Duration DATABASE_IS_BACK_AFTER = Duration.ofSeconds(10);

    private final PairingCodes codes;
    private final LivePages livePages;
    private final Clock clock;
    private final String brokerUrl;

    PairingDoor(
            PairingCodes codes,
            LivePages livePages,
            Clock clock,
            PairingSettings settings,
            @Value("${handrail.ingest.mqtt.broker:tcp://localhost:1883}") URI broker) {
        this.codes = codes;
        this.livePages = livePages;
        this.clock = clock;
        this.brokerUrl = settings.brokerForWatches().orElse(broker).toString();
    }

    @PostMapping(PATH)
    ResponseEntity<Object> pair(HttpServletRequest request) throws IOException {
        var source = SourceAddress.of(request.getRemoteAddr());
        if (!request.isSecure() && !source.isLoopback()) {
            return Problems.notSecure();
        }
        var body = request.getInputStream().readNBytes(PairingRequest.MOST_BYTES + 1);
        var read = PairingRequest.read(body);
        if (read instanceof PairingRequest.Read.Malformed fault) {
            return Problems.malformed(fault);
        }
        return redeem(((PairingRequest.Read.Understood) read).request(), source);
    }

    private ResponseEntity<Object> redeem(PairingRequest request, SourceAddress source) {
        try {
            return answer(codes.redeem(request.code(), source.name(), request.make(), clock.instant()));
        } catch (DataAccessException fault) {
            log.warn("A watch could not be paired and is asked to try again", fault);
            return Problems.notNow(DATABASE_IS_BACK_AFTER);
        }
    }

    private ResponseEntity<Object> answer(Redemption redemption) {
        if (redemption instanceof Redemption.WrongCode) {
            return Problems.wrongCode();
        }
        if (redemption instanceof Redemption.TooManyAttempts many) {
            return Problems.tooManyAttempts(many.retryAfter());
        }
        if (redemption instanceof Redemption.BrokerAway away) {
            return Problems.notNow(away.retryAfter());
        }
        var paired = (Redemption.Paired) redemption;
        livePages.changed(paired.mentee().value());
        return ResponseEntity.status(HttpStatus.CREATED).body(PairingAnswer.of(paired.credential(), brokerUrl));
    }
}
