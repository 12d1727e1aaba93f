package org.handrail.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.signals.MenteeId;

/**
 * A prompt to one mentor, as pages show it.
 *
 * @param cause whether the mentee asked, or fell silent
 * @param why one plain sentence
 * @param since when the stretch began, or when "reach out" was pressed
 * @param deadline by when "I have it" is hoped for
 * @param consent under which the mentor is told
 * @param endedAt when it was acknowledged, handed over, passed on or stood down
 */
public record Prompt(
        PromptId id,
        EscalationId escalation,
        MenteeId mentee,
        MentorId mentor,
        int step,
        Escalation.Cause cause,
        String why,
        Instant since,
        Instant raisedAt,
        Instant deadline,
        UUID consent,
        PromptState state,
        Optional<Instant> openedAt,
        Optional<Instant> endedAt,
        Optional<Response> response) {

    /** What the mentor did. */
    public enum Response {
        CALLED,
        MET,
        WROTE,
        COULD_NOT_REACH
    }
}
