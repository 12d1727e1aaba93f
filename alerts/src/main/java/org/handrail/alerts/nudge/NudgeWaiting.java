package org.handrail.alerts.nudge;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.NudgeUnanswered;
import org.handrail.alerts.SilenceMeans;
import org.handrail.alerts.escalation.Escalating;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.TimerHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The waiting time passed in silence: what the plan said while well is done. */
@Component
class NudgeWaiting implements TimerHandler {

    private final NudgeRows nudges;
    private final Escalating escalating;
    private final PerMentee perMentee;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NudgeWaiting(
            NudgeRows nudges,
            Escalating escalating,
            PerMentee perMentee,
            ApplicationEventPublisher events,
            Clock clock) {
        this.nudges = nudges;
        this.escalating = escalating;
        this.perMentee = perMentee;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Timer timer() {
        return Timer.NUDGE_WAITING_TIME;
    }

    @Override
    public void due(UUID id) {
        nudges.find(new NudgeId(id))
                .map(NudgeRow::asked)
                .ifPresent(asked -> perMentee.settle(
                        asked.mentee(),
                        () -> nudges.lock(asked.id())
                                .filter(row -> row.asked().state() == NudgeState.ASKED)
                                .ifPresent(this::actOnSilence)));
    }

    private void actOnSilence(NudgeRow row) {
        AskedNudge asked = row.asked();
        nudges.move(asked, NudgeState.UNANSWERED, Optional.empty());
        events.publishEvent(new NudgeUnanswered(asked.id(), asked.mentee(), clock.instant()));
        if (row.silenceMeans() == SilenceMeans.TELL_MENTOR) {
            escalating.start(
                    asked.mentee(),
                    new Escalating.Reason(
                            Optional.of(asked.id()), Cause.SILENCE, asked.why(), row.since(), row.worthUntil()));
        }
    }
}
