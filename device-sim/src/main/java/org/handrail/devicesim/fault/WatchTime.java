package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.signals.SignalFrame;

/** What the watch takes for the time. Faults of the clock add up. Pure. */
final class WatchTime {

    private final List<Fault> faults;
    private final Instant start;

    WatchTime(FaultPlan plan, Instant start) {
        this.faults = plan.faults();
        this.start = start;
    }

    Outgoing on(Outgoing outgoing) {
        var dated = outgoing;
        var truly = outgoing.frame().sampledAt();
        for (var fault : faults) {
            var ahead = ahead(fault, truly);
            if (!ahead.isZero()) {
                var frame = dated.frame();
                var wrong = new SignalFrame(
                        frame.id(), frame.stream(), frame.sampledAt().plus(ahead), frame.content());
                dated = dated.with(wrong).marked(fault, FaultLog.Effect.DATED_WRONG);
            }
        }
        return dated;
    }

    /** In whole milliseconds, as frames are dated. */
    private Duration ahead(Fault fault, Instant truly) {
        var span = fault.when().after(start);
        if (!span.contains(truly)) {
            return Duration.ZERO;
        }
        if (fault instanceof Fault.ClockDrift drift) {
            long passedMs = Duration.between(span.start(), truly).toMillis();
            return Duration.ofMillis(Math.round(passedMs * drift.ppm() / 1_000_000));
        }
        if (fault instanceof Fault.ClockJump jump) {
            return jump.by();
        }
        return fault instanceof Fault.LocalTime local
                ? Duration.ofSeconds(local.zone().getRules().getOffset(truly).getTotalSeconds())
                : Duration.ZERO;
    }
}
