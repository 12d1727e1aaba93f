package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.handrail.signals.TimeWindow;

/** Something that goes wrong, on the wearer's clock. */
record PlannedFault(FaultKind kind, LocalDateTime from, Duration length) {

    WristFault in(ZoneId zone) {
        var start = from.atZone(zone).toInstant();
        return new WristFault(kind, new TimeWindow(start, start.plus(length)));
    }
}
