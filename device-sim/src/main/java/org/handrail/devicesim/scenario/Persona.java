package org.handrail.devicesim.scenario;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.handrail.devicesim.fault.Fault;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.signals.StreamKind;

/**
 * Somebody in a scenario.
 *
 * @param streams what the device senses and tells
 */
record Persona(
        String name,
        ZoneId zone,
        Traits traits,
        Set<StreamKind> streams,
        Answering answers,
        Plan plan,
        List<Fault> faults) {

    Persona {
        streams = Set.copyOf(streams);
        faults = List.copyOf(faults);
    }
}
