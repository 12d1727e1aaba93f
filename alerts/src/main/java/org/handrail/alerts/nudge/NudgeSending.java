package org.handrail.alerts.nudge;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.NudgeCourier;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeSent;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.TimerHandler;
import org.handrail.signals.Nudge;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands a nudge to its courier, again and again until it is taken, for as long as the nudge waits. */
@Component
class NudgeSending implements TimerHandler {

    private final NudgeRows nudges;
    private final NudgeCourier courier;
    private final PerMentee perMentee;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NudgeSending(
            NudgeRows nudges,
            NudgeCourier courier,
            PerMentee perMentee,
            ApplicationEventPublisher events,
            Clock clock) {
        this.nudges = nudges;
        this.courier = courier;
        this.perMentee = perMentee;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Timer timer() {
        return Timer.NUDGE_SEND;
    }

    @Override
    public void due(UUID id) {
        nudges.find(new NudgeId(id)).filter(this::isWorthSending).ifPresent(row -> send(row.asked()));
    }

    private boolean isWorthSending(NudgeRow row) {
        return row.asked().state() == NudgeState.ASKED
                && row.sentAt().isEmpty()
                && clock.instant().isBefore(row.asked().expiresAt());
    }

    private void send(AskedNudge nudge) {
        courier.send(nudge.mentee(), new Nudge(nudge.id().value(), nudge.expiresAt()));
        perMentee.settle(nudge.mentee(), () -> {
            Instant now = clock.instant();
            if (nudges.sent(nudge.id(), now)) {
                events.publishEvent(new NudgeSent(nudge.id(), nudge.mentee(), now));
            }
        });
    }
}
