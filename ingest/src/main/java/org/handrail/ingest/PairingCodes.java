package org.handrail.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.signals.MenteeId;

/**
 * One-time codes, by which a mentee pairs a watch without anybody's help. A mentee has one open code at most; the house
 * keeps only a hash of it. Every method throws {@link org.springframework.dao.DataAccessException} when the database does
 * not answer.
 */
public interface PairingCodes {

    /** How long a code can be redeemed. */
    Duration VALID_FOR = Duration.ofMinutes(10);

    /** What becomes of the mentee's other watches when the code is redeemed. */
    enum EarlierWatches {
        END,
        KEEP
    }

    /** A code that was just issued; nobody can be told it again. */
    record Issued(UUID id, PairingCode code, Instant expiresAt) {}

    /** What has become of an issued code. */
    enum State {
        OPEN,
        REDEEMED,
        /** Expired, or cancelled by a later one. */
        OVER
    }

    /** Issues a new code and cancels the one that was open. */
    Issued issue(MenteeId mentee, EarlierWatches earlier, Instant now);

    State stateOf(UUID id, Instant now);

    /**
     * Pairs the device that knows the code. Of several that try at once exactly one is paired.
     *
     * @param source the address that the attempt comes from; who guesses is slowed down by it
     */
    Redemption redeem(PairingCode code, String source, DeviceMake make, Instant now);
}
