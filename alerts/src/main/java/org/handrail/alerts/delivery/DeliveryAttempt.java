package org.handrail.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.delivery.PromptCourier.Push;
import org.handrail.alerts.delivery.PromptCourier.Receipt;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.TimerHandler;
import org.handrail.alerts.timer.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One attempt: marked with consent asked in the same transaction, carried outside any, and noted with its receipt. */
@Component
class DeliveryAttempt implements TimerHandler {

    private static final Logger log = LoggerFactory.getLogger(DeliveryAttempt.class);

    private final DeliveryRows deliveries;
    private final JdbcPushTokens tokens;
    private final PromptGate gate;
    private final List<PromptCourier> couriers;
    private final PerMentee perMentee;
    private final Timers timers;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AlertsSettings.Firebase settings;

    DeliveryAttempt(
            DeliveryRows deliveries,
            JdbcPushTokens tokens,
            PromptGate gate,
            ObjectProvider<PromptCourier> couriers,
            PerMentee perMentee,
            Timers timers,
            MeterRegistry meters,
            Clock clock,
            AlertsSettings settings) {
        this.deliveries = deliveries;
        this.tokens = tokens;
        this.gate = gate;
        this.couriers = couriers.orderedStream().toList();
        this.perMentee = perMentee;
        this.timers = timers;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings.firebase();
    }

    @Override
    public Timer timer() {
        return Timer.DELIVERY_ATTEMPT;
    }

    @Override
    public void due(UUID id) {
        deliveries.find(id).ifPresent(this::attempt);
    }

    private void attempt(Delivery delivery) {
        Instant attemptedAt = clock.instant();
        Optional<Push> push = perMentee.settle(delivery.mentee(), () -> mark(delivery.id(), attemptedAt));
        if (push.isPresent()) {
            Receipt receipt = courier(delivery.channel()).carry(push.get());
            perMentee.settle(delivery.mentee(), () -> note(delivery.id(), push.get(), receipt, attemptedAt));
        }
    }

    private Optional<Push> mark(UUID id, Instant now) {
        Delivery delivery = deliveries.lock(id);
        if (!delivery.state().isOpen()) {
            return Optional.empty();
        }
        Optional<String> phone = delivery.token().filter(tokens.usableOf(delivery.mentor())::contains);
        if (phone.isPresent() && gate.mayPass(delivery.prompt(), now) instanceof PromptGate.Open open) {
            deliveries.sending(delivery, now);
            return Optional.of(new Push(delivery.prompt(), phone.get(), open.worthUntil()));
        }
        deliveries.end(delivery, DeliveryState.LAPSED, null, now);
        return Optional.empty();
    }

    private void note(UUID id, Push push, Receipt receipt, Instant attemptedAt) {
        Delivery delivery = deliveries.lock(id);
        if (delivery.state() != DeliveryState.SENDING) {
            return;
        }
        Instant now = clock.instant();
        meters.counter(
                        "handrail.alerts.deliveries",
                        "receipt",
                        receipt.getClass().getSimpleName())
                .increment();
        if (receipt instanceof PromptCourier.Accepted) {
            deliveries.end(delivery, DeliveryState.ACCEPTED, null, now);
        } else if (receipt instanceof PromptCourier.TryLater later) {
            deliveries.end(delivery, DeliveryState.TRY_LATER, later.note(), now);
            tryLater(delivery, push, later, now);
        } else if (receipt instanceof PromptCourier.Refused refused) {
            log.error("Delivery {} was refused ({}), the ladder walks on without it", id, refused.note());
            deliveries.end(delivery, DeliveryState.REFUSED, refused.note(), now);
        } else if (receipt instanceof PromptCourier.TokenGone) {
            log.info("Delivery {} found its phone gone, the token is put into quarantine", id);
            deliveries.end(delivery, DeliveryState.REFUSED, "token gone", now);
            tokens.quarantine(push.token(), attemptedAt);
        }
    }

    private void tryLater(Delivery delivery, Push push, PromptCourier.TryLater later, Instant now) {
        Optional<Instant> due = BackOff.next(delivery.attempt(), later.after(), now, push.worthUntil(), settings);
        if (due.isEmpty()) {
            log.warn(
                    "Delivery {} did not get through ({}) and is not worth another attempt",
                    delivery.id(),
                    later.note());
            return;
        }
        log.info("Delivery {} did not get through ({}), next attempt at {}", delivery.id(), later.note(), due.get());
        UUID next = deliveries.insert(
                delivery.prompt(),
                delivery.channel(),
                push.token(),
                delivery.attempt() + 1,
                due.get(),
                DeliveryState.WAITING);
        timers.set(Timer.DELIVERY_ATTEMPT, next, due.get());
    }

    private PromptCourier courier(Channel channel) {
        return couriers.stream()
                .filter(courier -> courier.channel() == channel)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No courier serves " + channel + " any more"));
    }
}
