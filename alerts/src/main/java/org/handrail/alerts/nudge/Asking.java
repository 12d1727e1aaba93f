package org.handrail.alerts.nudge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.MenteePlans;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Plan;
import org.handrail.alerts.escalation.Escalating;
import org.handrail.alerts.nudge.WatchedWindow.Question;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.handrail.analytics.MenteeZones;
import org.handrail.signals.MenteeId;
import org.springframework.stereotype.Component;

/** Decides about a risk window that came to its decision point, and asks the mentee where that is what was decided. */
@Component
class Asking {

    private final WindowRows windows;
    private final NudgeRows nudges;
    private final Escalating escalating;
    private final MenteePlans plans;
    private final MenteeZones zones;
    private final Timers timers;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AlertsSettings settings;

    Asking(
            WindowRows windows,
            NudgeRows nudges,
            Escalating escalating,
            MenteePlans plans,
            MenteeZones zones,
            Timers timers,
            MeterRegistry meters,
            Clock clock,
            AlertsSettings settings) {
        this.windows = windows;
        this.nudges = nudges;
        this.escalating = escalating;
        this.plans = plans;
        this.zones = zones;
        this.timers = timers;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    void decide(WatchedWindow window, Instant point, Question question) {
        Instant now = clock.instant();
        Plan plan = plans.planOf(window.heard().mentee());
        var situation = situation(window.heard(), plan, now);
        Decision decision = WindowDecision.decide(point, now, situation, settings);
        settle(window, decision, now);
        if (decision == Decision.NUDGED) {
            ask(window.heard(), point, question, plan, now);
        } else if (decision == Decision.WAITS_OUT_QUIET_HOURS) {
            timers.set(
                    Timer.QUIET_HOURS_END,
                    window.heard().id().value(),
                    situation.quietUntil().orElse(now));
        }
    }

    void decideAfterQuietHours(WatchedWindow window, Instant point, Question question) {
        Instant now = clock.instant();
        Plan plan = plans.planOf(window.heard().mentee());
        Decision decision = WindowDecision.decideAfterQuietHours(now, situation(window.heard(), plan, now), settings);
        settle(window, decision, now);
        if (decision == Decision.NUDGED) {
            ask(window.heard(), point, question, plan, now);
        }
    }

    private WindowDecision.Situation situation(HeardWindow window, Plan plan, Instant now) {
        MenteeId mentee = window.mentee();
        ZoneId zone = zones.zoneOf(mentee);
        boolean walking = escalating.openFor(mentee).stream()
                .anyMatch(escalation -> escalation.state() == EscalationState.WALKING);
        return new WindowDecision.Situation(
                window.ending(),
                walking || nudges.openFor(mentee).isPresent(),
                plan.quietHours().flatMap(hours -> hours.endAt(now, zone)),
                nudges.lastAskedAt(mentee),
                nudges.askedSince(mentee, WindowDecision.dayStart(now, zone)));
    }

    private void settle(WatchedWindow window, Decision decision, Instant now) {
        windows.keep(window.decided(decision, now));
        meters.counter("handrail.alerts.windows", "decision", decision.name()).increment();
    }

    private void ask(HeardWindow window, Instant point, Question question, Plan plan, Instant now) {
        var asked = new AskedNudge(
                new NudgeId(UUID.randomUUID()),
                window.mentee(),
                question.why(),
                now,
                now.plus(plan.waitingTime()),
                NudgeState.ASKED,
                Optional.empty());
        Instant noticed = point.isBefore(now) ? point : now;
        var row = new NudgeRow(
                asked, plan.silenceMeans(), question.since(), noticed.plus(settings.worthActingOn()), Optional.empty());
        nudges.insert(row, window.id());
        timers.set(Timer.NUDGE_SEND, asked.id().value(), now);
        timers.set(Timer.NUDGE_WAITING_TIME, asked.id().value(), asked.expiresAt());
    }
}
