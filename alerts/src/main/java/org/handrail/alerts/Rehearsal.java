package org.handrail.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.handrail.alerts.escalation.RehearsedLadders;
import org.handrail.alerts.nudge.RehearsedNudges;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.TimerHandler;
import org.handrail.alerts.timer.TimerQueue;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MenteeZones;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.signals.MenteeId;

/**
 * Alerts in time that somebody moves: the very rules of the house, with memory in place of tables and a queue in place of
 * durable timers. For judging decisions over weeks in a second; no house runs on it. One thread at a time.
 */
public final class Rehearsal {

    private final HandMovedClock clock;
    private final TimerQueue timers = new TimerQueue();
    private final Map<Timer, TimerHandler> handlers = new EnumMap<>(Timer.class);
    private final RehearsedLadders ladders;
    private final RehearsedNudges nudges;

    /**
     * What is around the room.
     *
     * @param events hears what the room publishes
     */
    public record Outside(
            Ladders ladders,
            MenteePlans plans,
            MenteeZones zones,
            DispatchCheck dispatchCheck,
            NudgeCourier courier,
            Consumer<Object> events) {}

    public Rehearsal(Instant start, AlertsSettings settings, Outside outside) {
        this.clock = new HandMovedClock(start);
        var perMentee = new OneThread();
        this.ladders = new RehearsedLadders(
                outside.ladders(),
                outside.dispatchCheck(),
                perMentee,
                timers,
                outside.events()::accept,
                clock,
                settings);
        this.nudges = new RehearsedNudges(
                ladders,
                outside.plans(),
                outside.zones(),
                outside.courier(),
                perMentee,
                timers,
                outside.events()::accept,
                clock,
                settings);
        nudges.handlers().forEach(handler -> handlers.put(handler.timer(), handler));
        handlers.put(ladders.deadline().timer(), ladders.deadline());
    }

    public void hear(RiskWindowOpened opened) {
        nudges.hear(opened);
    }

    public void hear(DecisionPointReached point) {
        nudges.hear(point);
    }

    public void hear(RiskWindowClosed closed) {
        nudges.hear(closed);
    }

    public void hear(MenteeAnswered answered) {
        nudges.hear(answered);
    }

    public Instant now() {
        return clock.instant();
    }

    /** When the next timer is due. */
    public Optional<Instant> nextDue() {
        return timers.nextDue();
    }

    /** Time goes on to that instant, and each timer that is due until then runs at its own time. It never goes back. */
    public void passTo(Instant until) {
        for (var due = timers.takeDue(until); due.isPresent(); due = timers.takeDue(until)) {
            clock.moveTo(due.get().due());
            Objects.requireNonNull(handlers.get(due.get().timer()))
                    .due(due.get().id());
        }
        clock.moveTo(until);
    }

    public Nudges nudges() {
        return nudges.desk();
    }

    public Prompts prompts() {
        return ladders.prompts();
    }

    public Escalations escalations() {
        return ladders.escalations();
    }

    private static final class OneThread implements PerMentee {

        @Override
        public <T> T settle(MenteeId mentee, Supplier<T> affairs) {
            return affairs.get();
        }
    }

    private static final class HandMovedClock extends Clock {

        private Instant now;

        private HandMovedClock(Instant start) {
            this.now = start;
        }

        private void moveTo(Instant instant) {
            now = instant.isAfter(now) ? instant : now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
