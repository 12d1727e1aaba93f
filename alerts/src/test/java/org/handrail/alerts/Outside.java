package org.handrail.alerts;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handrail.alerts.delivery.Channel;
import org.handrail.alerts.delivery.PromptCourier;
import org.handrail.analytics.MenteeZones;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Nudge;

/** Everything outside the room, as one test wishes it. It outlives a crash of the house. */
final class Outside implements MenteePlans, MenteeZones, DispatchCheck, NudgeCourier, PromptCourier {

    final Map<MenteeId, Plan> plans = new ConcurrentHashMap<>();
    final Map<MenteeId, ZoneId> zones = new ConcurrentHashMap<>();
    final Map<MentorId, DispatchCheck.Refusal> refusals = new ConcurrentHashMap<>();
    final List<Nudge> nudgesSent = new CopyOnWriteArrayList<>();
    final List<Push> pushes = new CopyOnWriteArrayList<>();
    final Deque<Receipt> receipts = new ArrayDeque<>();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final MovableClock clock;
    volatile boolean watchReachable = true;

    Outside(MovableClock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public Plan planOf(MenteeId mentee) {
        return plans.getOrDefault(mentee, Plan.DEFAULT);
    }

    @Override
    public ZoneId zoneOf(MenteeId mentee) {
        return zones.getOrDefault(mentee, ZoneOffset.UTC);
    }

    @Override
    public Verdict mayTell(MenteeId mentee, MentorId mentor) {
        DispatchCheck.Refusal refusal = refusals.get(mentor);
        return refusal == null ? new Allowed(UUID.randomUUID()) : new DispatchCheck.Refused(refusal);
    }

    @Override
    public void send(MenteeId mentee, Nudge nudge) {
        if (!watchReachable) {
            throw new IllegalStateException("The broker is away");
        }
        nudgesSent.add(nudge);
    }

    @Override
    public Channel channel() {
        return Channel.FIREBASE;
    }

    @Override
    public synchronized Receipt carry(Push push) {
        pushes.add(push);
        Receipt scripted = receipts.poll();
        return scripted == null ? new Accepted() : scripted;
    }

    <E> List<E> heard(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
