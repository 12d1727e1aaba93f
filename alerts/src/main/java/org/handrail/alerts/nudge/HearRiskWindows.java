package org.handrail.alerts.nudge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.MenteePlans;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Plan;
import org.handrail.alerts.escalation.Escalating;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.signals.MenteeId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of risk windows and decides, once for each, whether the mentee is asked. */
@Component
class HearRiskWindows {

    private final WindowRows windows;
    private final NudgeRows nudges;
    private final Escalating escalating;
    private final MenteePlans plans;
    private final PerMentee perMentee;
    private final Timers timers;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AlertsSettings settings;

    HearRiskWindows(
            WindowRows windows,
            NudgeRows nudges,
            Escalating escalating,
            MenteePlans plans,
            PerMentee perMentee,
            Timers timers,
            MeterRegistry meters,
            Clock clock,
            AlertsSettings settings) {
        this.windows = windows;
        this.nudges = nudges;
        this.escalating = escalating;
        this.plans = plans;
        this.perMentee = perMentee;
        this.timers = timers;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    @ApplicationModuleListener
    void on(RiskWindowOpened opened) {
        perMentee.settle(opened.mentee(), () -> {
            if (!windows.isKnown(opened.id())) {
                decide(opened);
            }
        });
    }

    private void decide(RiskWindowOpened opened) {
        Instant now = clock.instant();
        HeardWindow.Decision decision =
                WindowDecision.decide(opened.openedAt(), now, situation(opened.mentee(), now), settings);
        windows.insert(new HeardWindow(opened.id(), opened.mentee(), opened.openedAt(), now, decision));
        meters.counter("handrail.alerts.windows", "decision", decision.name()).increment();
        if (decision == HeardWindow.Decision.NUDGED) {
            ask(opened, now);
        }
    }

    private WindowDecision.Situation situation(MenteeId mentee, Instant now) {
        boolean walking = escalating.openFor(mentee).stream()
                .anyMatch(escalation -> escalation.state() == EscalationState.WALKING);
        return new WindowDecision.Situation(
                walking || nudges.openFor(mentee).isPresent(),
                nudges.lastAskedAt(mentee),
                nudges.askedSince(mentee, WindowDecision.dayStart(now, settings.zone())));
    }

    private void ask(RiskWindowOpened opened, Instant now) {
        Plan plan = plans.planOf(opened.mentee());
        var asked = new AskedNudge(
                new NudgeId(UUID.randomUUID()),
                opened.mentee(),
                opened.why().sentence(),
                now,
                now.plus(plan.waitingTime()),
                NudgeState.ASKED,
                Optional.empty());
        Instant noticed = opened.openedAt().isBefore(now) ? opened.openedAt() : now;
        var row = new NudgeRow(
                asked, plan.silenceMeans(), opened.start(), noticed.plus(settings.worthActingOn()), Optional.empty());
        nudges.insert(row, opened.id());
        timers.set(Timer.NUDGE_SEND, asked.id().value(), now);
        timers.set(Timer.NUDGE_WAITING_TIME, asked.id().value(), asked.expiresAt());
    }
}
