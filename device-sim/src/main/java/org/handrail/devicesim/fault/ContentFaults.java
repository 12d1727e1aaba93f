package org.handrail.devicesim.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;
import org.handrail.signals.TimeWindow;

/** What faults of the wrist make of a frame's content, one after the other as the plan lists them. Pure. */
final class ContentFaults {

    private final List<Fault> faults;
    private final long seed;
    private final Instant start;

    ContentFaults(FaultPlan plan, Instant start) {
        this.faults = plan.faults();
        this.seed = plan.seed();
        this.start = start;
    }

    Outgoing on(Outgoing outgoing) {
        var changed = outgoing;
        for (int i = 0; i < faults.size() && !changed.isGone(); i++) {
            var fault = faults.get(i);
            var left = left(fault, new Chance(seed, i), changed);
            if (left.isEmpty()) {
                changed = changed.gone().marked(fault, FaultLog.Effect.GONE);
            } else if (!left.get().content().equals(changed.frame().content())) {
                changed = changed.with(left.get()).marked(fault, FaultLog.Effect.CHANGED);
            }
        }
        return changed;
    }

    /** What the fault leaves of the frame; empty where it leaves nothing. */
    private Optional<SignalFrame> left(Fault fault, Chance chance, Outgoing outgoing) {
        var span = fault.when().after(start);
        var frame = outgoing.frame();
        if (frame.content() instanceof DeviceStatus status) {
            return saying(fault, status, outgoing);
        }
        if (!span.contains(outgoing.madeAt()) && !span.overlaps(new TimeWindow(frame.sampledAt(), frame.endsAt()))) {
            return Optional.of(frame);
        }
        if (frame.content() instanceof Sleep && isOffTheArm(fault)) {
            return sleep(fault, span, outgoing);
        }
        if (fault instanceof Fault.MissedBeats missed) {
            return Optional.of(LooseSensors.missing(missed, span, chance, frame));
        }
        if (fault instanceof Fault.MotionArtifacts moving) {
            return Optional.of(LooseSensors.moving(moving, span, chance, frame));
        }
        if (fault instanceof Fault.OffWrist) {
            return Optional.of(LooseSensors.onTheTable(span, frame));
        }
        if (fault instanceof Fault.Charging) {
            return SensorsOff.within(span, frame);
        }
        return isWithoutPower(fault) ? SensorsOff.withoutPower(span, outgoing) : Optional.of(frame);
    }

    /** A night that was not spent with the watch on throughout is not told; any other is, as soon as there is power. */
    private static Optional<SignalFrame> sleep(Fault fault, TimeWindow span, Outgoing outgoing) {
        var frame = outgoing.frame();
        boolean isInterrupted = span.overlaps(new TimeWindow(frame.sampledAt(), frame.endsAt()));
        boolean isUntold = isWithoutPower(fault) && span.contains(outgoing.madeAt());
        return isInterrupted || isUntold ? Optional.empty() : Optional.of(frame);
    }

    private Optional<SignalFrame> saying(Fault fault, DeviceStatus status, Outgoing outgoing) {
        var span = fault.when().after(start);
        var at = outgoing.madeAt();
        if (isWithoutPower(fault) && span.contains(at)) {
            return Optional.empty();
        }
        var said = status;
        if (fault instanceof Fault.BatteryDeath death) {
            said = Battery.holding(
                    status, Battery.runningDown(status.batteryPercent(), span.start(), death.runsDown(), at));
        }
        if (fault instanceof Fault.Charging charging) {
            said = Battery.holding(status, Battery.charged(status.batteryPercent(), span, charging.toPercent(), at));
        }
        if ((fault instanceof Fault.OffWrist || fault instanceof Fault.Charging) && span.contains(at)) {
            said = said.withContact(Contact.NOT_WORN);
        }
        return Optional.of(SensorEdit.with(outgoing.frame(), said));
    }

    private static boolean isOffTheArm(Fault fault) {
        return fault instanceof Fault.OffWrist
                || fault instanceof Fault.Charging
                || fault instanceof Fault.BatteryDeath;
    }

    private static boolean isWithoutPower(Fault fault) {
        return fault instanceof Fault.BatteryDeath || fault instanceof Fault.Restart;
    }
}
