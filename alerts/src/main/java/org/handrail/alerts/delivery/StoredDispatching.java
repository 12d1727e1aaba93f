package org.handrail.alerts.delivery;

import java.time.Instant;
import java.util.List;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** In the transaction that raises a prompt: the live page always, and each phone by each courier. */
@Component
class StoredDispatching implements Dispatching {

    private static final int FIRST = 1;

    private final DeliveryRows deliveries;
    private final JdbcPushTokens tokens;
    private final List<PromptCourier> couriers;
    private final Timers timers;

    StoredDispatching(
            DeliveryRows deliveries, JdbcPushTokens tokens, ObjectProvider<PromptCourier> couriers, Timers timers) {
        this.deliveries = deliveries;
        this.tokens = tokens;
        this.couriers = couriers.orderedStream().toList();
        this.timers = timers;
    }

    @Override
    public void dispatch(PromptId prompt, MentorId mentor, Instant now) {
        deliveries.insert(prompt, Channel.LIVE_PAGE, null, FIRST, now, DeliveryState.SENDING);
        for (PromptCourier courier : couriers) {
            for (String token : tokens.usableOf(mentor)) {
                var id = deliveries.insert(prompt, courier.channel(), token, FIRST, now, DeliveryState.WAITING);
                timers.set(Timer.DELIVERY_ATTEMPT, id, now);
            }
        }
    }

    @Override
    public void shownOnLivePage(PromptId prompt, Instant now) {
        deliveries.livePageOf(prompt).stream()
                .filter(delivery -> delivery.state().isOpen())
                .forEach(delivery -> deliveries.end(delivery, DeliveryState.SHOWN, null, now));
    }
}
