package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.signals.TimeWindow;

/** When frames go out, how often, and whether at all. Pure. */
final class Delivery {

    private final List<Fault> faults;
    private final long seed;
    private final Instant start;
    private final List<Fault> losses;
    private final Duration longestDelay;

    Delivery(FaultPlan plan, Instant start) {
        this.faults = plan.faults();
        this.seed = plan.seed();
        this.start = start;
        this.losses = faults.stream()
                .filter(Fault.NetworkLoss.class::isInstance)
                .sorted(Comparator.comparing(fault -> fault.when().from()))
                .toList();
        this.longestDelay = faults.stream().map(Delivery::delay).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration delay(Fault fault) {
        if (fault instanceof Fault.DoubledFrames doubled) {
            return doubled.after();
        }
        return fault instanceof Fault.ShuffledFrames shuffled ? shuffled.atMost() : Duration.ZERO;
    }

    /** When the first frame can have been made that goes out within the window. */
    Instant madeFrom(TimeWindow window) {
        var from = window.start().minus(longestDelay);
        for (int i = losses.size() - 1; i >= 0; i--) {
            var loss = losses.get(i).when().after(start);
            boolean endsHere = !loss.end().isBefore(from) && loss.end().isBefore(window.end());
            var first = loss.start().minus(longestDelay);
            from = endsHere && first.isBefore(from) ? first : from;
        }
        return from;
    }

    Stream<Outgoing> send(Outgoing made) {
        var sent = List.of(made);
        for (int i = 0; i < faults.size(); i++) {
            var chance = new Chance(seed, i);
            var fault = faults.get(i);
            sent = sent.stream()
                    .flatMap(outgoing -> send(fault, chance, outgoing))
                    .toList();
        }
        return sent.stream().map(this::held);
    }

    private Stream<Outgoing> send(Fault fault, Chance chance, Outgoing outgoing) {
        if (outgoing.isGone() || !fault.when().after(start).contains(outgoing.madeAt())) {
            return Stream.of(outgoing);
        }
        long order = outgoing.order();
        if (fault instanceof Fault.LostFrames lost && chance.strikes(lost.share(), order)) {
            return Stream.of(outgoing.gone().marked(fault, FaultLog.Effect.GONE));
        }
        if (fault instanceof Fault.DoubledFrames doubled && chance.strikes(doubled.share(), order)) {
            var again = outgoing.sentAt(outgoing.sentAt().plus(doubled.after()));
            return Stream.of(outgoing, again.marked(fault, FaultLog.Effect.DOUBLED));
        }
        if (fault instanceof Fault.ShuffledFrames shuffled && chance.strikes(shuffled.share(), order)) {
            long ms = 1
                    + (long) (chance.at(~order).nextDouble() * shuffled.atMost().toMillis());
            var later =
                    outgoing.sentAt().plusMillis(Math.min(ms, shuffled.atMost().toMillis()));
            return Stream.of(outgoing.sentAt(later).marked(fault, FaultLog.Effect.HELD));
        }
        return Stream.of(outgoing);
    }

    /** Out of one loss into the next, if they meet. */
    private Outgoing held(Outgoing outgoing) {
        var held = outgoing;
        for (var loss : losses) {
            var span = loss.when().after(start);
            if (!held.isGone() && span.contains(held.sentAt())) {
                held = held.sentAt(span.end()).marked(loss, FaultLog.Effect.HELD);
            }
        }
        return held;
    }
}
