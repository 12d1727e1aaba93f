package org.handrail.alerts;

import java.util.UUID;
import org.handrail.signals.MenteeId;

/**
 * Port: may this mentor hear about this mentee, now? Asked at the last moment, inside the transaction that marks the
 * attempt, and again before each push.
 */
@FunctionalInterface
public interface DispatchCheck {

    Verdict mayTell(MenteeId mentee, MentorId mentor);

    /** The answer. A refusal takes the ladder to its next step at once. */
    sealed interface Verdict {}

    record Allowed(UUID consentId) implements Verdict {}

    record Refused(Refusal reason) implements Verdict {}

    /** Why a mentor is not told. */
    enum Refusal {
        NO_CONSENT,
        CONSENT_ENDED,
        PAUSED,
        QUIET_HOURS,
        LOAD_LIMIT
    }
}
