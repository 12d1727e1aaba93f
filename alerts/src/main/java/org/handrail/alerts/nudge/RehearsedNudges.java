package org.handrail.alerts.nudge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.MenteePlans;
import org.handrail.alerts.NudgeCourier;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.escalation.RehearsedLadders;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.TimerHandler;
import org.handrail.alerts.timer.Timers;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MenteeZones;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowOpened;
import org.springframework.context.ApplicationEventPublisher;

/** The question to the mentee and the answer, as in the house, with memory in place of tables. */
public final class RehearsedNudges {

    private final HearRiskWindows windows;
    private final HearAnswers answers;
    private final NudgeDesk desk;
    private final List<TimerHandler> handlers;

    public RehearsedNudges(
            RehearsedLadders ladders,
            MenteePlans plans,
            MenteeZones zones,
            NudgeCourier courier,
            PerMentee perMentee,
            Timers timers,
            ApplicationEventPublisher events,
            Clock clock,
            AlertsSettings settings) {
        MeterRegistry meters = new SimpleMeterRegistry();
        var rows = new RememberedNudgeRows();
        var heard = new RememberedWindowRows();
        var escalating = ladders.escalating();
        var answering =
                new Answering(new RememberedAnswerRows(), rows, escalating, perMentee, events, meters, clock, settings);
        var asking = new Asking(heard, rows, escalating, plans, zones, timers, meters, clock, settings);
        var easing = new Easing(rows, escalating, events, clock);
        this.windows = new HearRiskWindows(heard, asking, easing, perMentee, clock);
        this.answers = new HearAnswers(answering);
        this.desk = new NudgeDesk(rows, heard, answering);
        this.handlers = List.of(
                new QuietHoursEnd(heard, asking, perMentee),
                new NudgeSending(rows, courier, perMentee, events, clock),
                new NudgeWaiting(rows, escalating, perMentee, events, clock));
    }

    public void hear(RiskWindowOpened opened) {
        windows.on(opened);
    }

    public void hear(DecisionPointReached point) {
        windows.on(point);
    }

    public void hear(RiskWindowClosed closed) {
        windows.on(closed);
    }

    public void hear(MenteeAnswered answered) {
        answers.on(answered);
    }

    public Nudges desk() {
        return desk;
    }

    public List<TimerHandler> handlers() {
        return handlers;
    }

    /** Answers in memory. */
    private static final class RememberedAnswerRows implements AnswerRows {

        private final Map<Press, AnswerResult> results = new HashMap<>();

        @Override
        public Optional<AnswerResult> resultOf(Press press) {
            return Optional.ofNullable(results.get(press));
        }

        @Override
        public void insert(Press press, AnswerResult result, Instant heardAt) {
            results.put(press, result);
        }
    }
}
