package org.handrail.devicesim.scenario;

import java.time.Instant;
import org.handrail.devicesim.fault.Fault;
import org.handrail.signals.TimeWindow;

/** Something that truly goes wrong at a wrist, and when. */
public record WristFault(FaultKind kind, Fault fault, TimeWindow window) {

    static WristFault of(Fault fault, Instant start) {
        return new WristFault(FaultKind.of(fault), fault, fault.when().after(start));
    }
}
