package org.handrail.devicesim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a day; the rest is left to chance.
 *
 * @param sleep the sleep that follows the day; before noon means the next morning
 */
record Day(
        Optional<ClockSpan> sleep, Map<Pastime, List<ClockSpan>> pastimes, Map<Trouble, List<PlannedStrain>> troubles) {

    static final Day UNSAID = new Day(Optional.empty(), Map.of(), Map.of());

    Day {
        pastimes = Map.copyOf(pastimes);
        troubles = Map.copyOf(troubles);
    }

    /** This day, and where it says nothing, the other. */
    Day over(Day other) {
        return new Day(sleep.or(other::sleep), merged(pastimes, other.pastimes), merged(troubles, other.troubles));
    }

    private static <K, V> Map<K, V> merged(Map<K, V> first, Map<K, V> otherwise) {
        var merged = new LinkedHashMap<>(otherwise);
        merged.putAll(first);
        return merged;
    }
}
