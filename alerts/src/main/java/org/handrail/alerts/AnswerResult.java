package org.handrail.alerts;

import java.util.Optional;

/** What became of a mentee's answer. The same answer heard again has the same result and no second effect. */
public sealed interface AnswerResult {

    /** @param escalation that is under way because of it, or that it joined */
    record Taken(Optional<EscalationId> escalation) implements AnswerResult {}

    record Refused(Refusal reason) implements AnswerResult {}

    /** Why an answer changes nothing. Each is counted under its own name. */
    enum Refusal {
        UNKNOWN_NUDGE,
        SOMEONE_ELSES_NUDGE,
        ALREADY_ANSWERED,
        NUDGE_EXPIRED,
        PRESSED_TOO_LONG_AGO
    }
}
