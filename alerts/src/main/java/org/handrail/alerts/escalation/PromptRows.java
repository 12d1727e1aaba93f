package org.handrail.alerts.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Where prompts are kept. */
interface PromptRows {

    Optional<Prompt> find(PromptId id);

    /** As it is now, and nobody else changes it before this transaction ends. */
    Prompt lock(PromptId id);

    List<Prompt> of(EscalationId escalation);

    List<Prompt> openFor(MentorId mentor);

    List<Prompt> historyFor(MenteeId mentee, TimeWindow window);

    List<Prompt> historyFor(MentorId mentor, TimeWindow window);

    void insert(Prompt prompt);

    void move(Prompt prompt, PromptState next, Instant at);

    void respond(PromptId prompt, Prompt.Response response);
}
