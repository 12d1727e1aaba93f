package org.handrail.companion.bench;

import java.util.List;
import java.util.Optional;

/**
 * How many live wearers this machine carries.
 *
 * @param carried the step with the most wearers that was; empty where none was
 * @param stop why there were not more
 * @param tally of the whole run, frame by frame
 */
public record CapacityReport(Optional<CapacityStep> carried, CapacityStop stop, List<CapacityStep> steps, Tally tally) {

    public CapacityReport {
        steps = List.copyOf(steps);
    }

    public boolean isWhole() {
        return tally.lost() == 0 && tally.doubled() == 0;
    }
}
