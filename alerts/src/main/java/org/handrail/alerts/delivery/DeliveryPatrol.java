package org.handrail.alerts.delivery;

import java.util.List;
import org.handrail.alerts.timer.Patrol;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives attempts that lost their timer a new one. */
@Component
class DeliveryPatrol implements Patrol {

    private static final Logger log = LoggerFactory.getLogger(DeliveryPatrol.class);

    private final DeliveryRows deliveries;
    private final Timers timers;

    DeliveryPatrol(DeliveryRows deliveries, Timers timers) {
        this.deliveries = deliveries;
        this.timers = timers;
    }

    @Override
    public int mend() {
        List<Delivery> stuck = deliveries.withoutFuture();
        for (Delivery delivery : stuck) {
            log.error("Delivery {} had no timer any more, it is set again", delivery.id());
            timers.set(Timer.DELIVERY_ATTEMPT, delivery.id(), delivery.dueAt());
        }
        return stuck.size();
    }
}
