package org.handrail.companion.referee;

import java.util.List;

/**
 * What came of some lives in a real house.
 *
 * @param frames that were published and are stored
 * @param differences from what event time says of the same lives, each in one sentence
 */
public record HouseVerdict(
        int lives,
        long frames,
        int windows,
        int nudges,
        int prompts,
        int stale,
        int lost,
        int doubled,
        int budgetExceeded,
        int promptsAfterEasing,
        List<String> differences) {

    public HouseVerdict {
        differences = List.copyOf(differences);
    }

    /** Whether no promise was broken, and the house did what event time says. */
    public boolean isKept() {
        return stale + lost + doubled + budgetExceeded + promptsAfterEasing == 0 && differences.isEmpty();
    }
}
