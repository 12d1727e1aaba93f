package org.handrail.alerts.escalation;

import java.time.Clock;
import java.time.Instant;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.Ladders;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.Prompts;
import org.handrail.alerts.delivery.Dispatching;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.TimerHandler;
import org.handrail.alerts.timer.Timers;
import org.springframework.context.ApplicationEventPublisher;

/** Ladders and prompts as in the house, with memory in place of tables. A prompt is seen on the live page alone. */
public final class RehearsedLadders {

    private final Escalating escalating;
    private final PromptDesk prompts;
    private final EscalationDesk escalations;
    private final PromptDeadline deadline;

    public RehearsedLadders(
            Ladders ladders,
            DispatchCheck dispatchCheck,
            PerMentee perMentee,
            Timers timers,
            ApplicationEventPublisher events,
            Clock clock,
            AlertsSettings settings) {
        var rows = new RememberedEscalationRows();
        var dispatching = new LivePageAlone();
        this.escalating = new Escalating(
                perMentee, rows, rows.prompts(), ladders, dispatchCheck, dispatching, timers, events, clock, settings);
        this.prompts = new PromptDesk(rows.prompts(), rows, escalating, dispatching, perMentee, events, clock);
        this.escalations = new EscalationDesk(rows, escalating, perMentee, clock);
        this.deadline = new PromptDeadline(rows.prompts(), escalating, perMentee, events, clock);
    }

    public Escalating escalating() {
        return escalating;
    }

    public Prompts prompts() {
        return prompts;
    }

    public Escalations escalations() {
        return escalations;
    }

    public TimerHandler deadline() {
        return deadline;
    }

    /** Where nobody has a phone: whoever raises a prompt is told by its event. */
    private static final class LivePageAlone implements Dispatching {

        @Override
        public void dispatch(PromptId prompt, MentorId mentor, Instant now) {}

        @Override
        public void shownOnLivePage(PromptId prompt, Instant now) {}
    }
}
