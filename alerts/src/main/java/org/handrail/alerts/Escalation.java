package org.handrail.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.MenteeId;

/**
 * Walking up the ladder until a person has it, as pages show it.
 *
 * @param nudge that led here; empty for "reach out now"
 * @param since when the stretch began, or when "reach out" was pressed
 * @param worthUntil after this, nobody new is asked
 * @param prompts in the order they were raised
 * @param skipped steps that were not asked, and why
 */
public record Escalation(
        EscalationId id,
        MenteeId mentee,
        Optional<NudgeId> nudge,
        Cause cause,
        String why,
        Instant since,
        Instant startedAt,
        Instant worthUntil,
        EscalationState state,
        Optional<Exhausted> exhausted,
        Optional<Instant> endedAt,
        List<Prompt> prompts,
        List<SkippedStep> skipped) {

    public Escalation {
        prompts = List.copyOf(prompts);
        skipped = List.copyOf(skipped);
    }

    /** Why the ladder is walked. */
    public enum Cause {
        ASKED_FOR_COMPANY,
        SILENCE
    }

    /** How a ladder came to its end with nobody having it. */
    public enum Exhausted {
        NOBODY_ON_LADDER,
        EVERY_STEP_TRIED,
        TOO_LATE
    }

    /** A step that was walked past because its mentor may not be told. */
    public record SkippedStep(int step, MentorId mentor, DispatchCheck.Refusal reason, Instant at) {}
}
