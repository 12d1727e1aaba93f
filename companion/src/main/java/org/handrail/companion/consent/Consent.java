package org.handrail.companion.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.signals.MenteeId;

/**
 * A mentee's grant.
 *
 * @param recipient empty for the consent to be measured, which the house itself receives
 */
public record Consent(
        UUID id,
        MenteeId mentee,
        Optional<UUID> recipient,
        Scope scope,
        String purpose,
        Instant from,
        Optional<Instant> until,
        Optional<Instant> withdrawnAt) {

    public boolean holdsAt(Instant now) {
        return !now.isBefore(from)
                && until.filter(end -> !now.isBefore(end)).isEmpty()
                && withdrawnAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
