package org.handrail.alerts.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.MentorshipId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.signals.MenteeId;

/** Rows for decisions. */
final class Sample {

    static final Instant START = Instant.parse("2026-03-02T19:00:00Z");
    static final MenteeId MENTEE = new MenteeId(UUID.randomUUID());
    static final EscalationId ESCALATION = new EscalationId(UUID.randomUUID());

    private Sample() {}

    static Escalation walking(List<Prompt> prompts, List<SkippedStep> skipped) {
        return new Escalation(
                ESCALATION,
                MENTEE,
                Optional.empty(),
                Escalation.Cause.ASKED_FOR_COMPANY,
                "asked for you",
                START,
                START,
                START.plusSeconds(3600),
                EscalationState.WALKING,
                Optional.empty(),
                Optional.empty(),
                prompts,
                skipped);
    }

    static Prompt prompt(int step, MentorId mentor, PromptState state) {
        return new Prompt(
                new PromptId(UUID.randomUUID()),
                ESCALATION,
                MENTEE,
                mentor,
                step,
                Escalation.Cause.ASKED_FOR_COMPANY,
                "asked for you",
                START,
                START,
                START.plusSeconds(300),
                UUID.randomUUID(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Mentorship rung(int step, MentorId mentor) {
        return new Mentorship(
                new MentorshipId(UUID.randomUUID()),
                MENTEE,
                mentor,
                step,
                Optional.empty(),
                START.minusSeconds(1),
                Optional.empty());
    }

    static MentorId mentor() {
        return new MentorId(UUID.randomUUID());
    }
}
