package org.handrail.devicesim.fault;

import java.time.Instant;
import java.util.List;
import org.handrail.devicesim.FrameSource;

/**
 * All that goes wrong with one watch. The same plan over the same source sends the same bytes.
 *
 * @param seed of all that is left to chance
 * @param countsByOne whether the watch counts its frames 0, 1, 2 … from the start on, as the protocol asks for, instead of
 *     keeping the source's counters, which leap
 */
public record FaultPlan(long seed, boolean countsByOne, List<Fault> faults) {

    public FaultPlan {
        faults = List.copyOf(faults);
        if (!countsByOne && faults.stream().anyMatch(FaultPlan::losesTheCount)) {
            throw new IllegalArgumentException("Only a watch that counts by one can lose its count in a restart");
        }
    }

    public static FaultPlan of(long seed, Fault... faults) {
        return new FaultPlan(seed, false, List.of(faults));
    }

    /** For a watch that counts by one. */
    public static FaultPlan counting(long seed, Fault... faults) {
        return new FaultPlan(seed, true, List.of(faults));
    }

    /** For a watch that counts by one where a fault is about its count, and keeps the source's counters where none is. */
    public static FaultPlan asNeeded(long seed, List<Fault> faults) {
        boolean isAboutTheCount =
                faults.stream().anyMatch(fault -> losesTheCount(fault) || fault instanceof Fault.LostFrames);
        return new FaultPlan(seed, isAboutTheCount, faults);
    }

    private static boolean losesTheCount(Fault fault) {
        return fault instanceof Fault.Restart restart && restart.counter() != Fault.CounterAfter.GOES_ON;
    }

    /**
     * That source, with these faults.
     *
     * @param start from which the spans count; what was complete before it goes out as it is
     */
    public FaultyWrist over(FrameSource source, Instant start) {
        return new FaultyWrist(source, this, start);
    }
}
