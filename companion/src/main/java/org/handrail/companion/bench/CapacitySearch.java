package org.handrail.companion.bench;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which number of wearers to try next: up the ladder until it breaks, then between the most that was carried and the fewest
 * that were not, until these are near each other.
 *
 * @param ladder rising
 * @param atMost whatever the ladder says
 * @param carried most that were, 0 where none were tried
 */
record CapacitySearch(List<Integer> ladder, int atMost, int carried, OptionalInt failed) {

    /** Wearers that are tried are a multiple of this. */
    private static final int GRAIN = 500;

    private static final double NEAR = 1.15;

    CapacitySearch {
        ladder = List.copyOf(ladder);
    }

    static CapacitySearch upTo(int atMost) {
        return new CapacitySearch(
                List.of(5_000, 10_000, 20_000, 30_000, 40_000, 60_000), atMost, 0, OptionalInt.empty());
    }

    /** Empty where nothing is left to find out. */
    OptionalInt next() {
        if (failed.isPresent()) {
            int between = (carried + failed.getAsInt()) / 2 / GRAIN * GRAIN;
            boolean isNear = carried > 0 && failed.getAsInt() <= carried * NEAR;
            return isNear || between <= carried ? OptionalInt.empty() : OptionalInt.of(between);
        }
        if (carried >= atMost) {
            return OptionalInt.empty();
        }
        int rung =
                ladder.stream().filter(wearers -> wearers > carried).findFirst().orElse(atMost);
        return OptionalInt.of(Math.min(rung, atMost));
    }

    CapacitySearch after(int wearers, boolean isCarried) {
        return isCarried
                ? new CapacitySearch(ladder, atMost, wearers, failed)
                : new CapacitySearch(ladder, atMost, carried, OptionalInt.of(wearers));
    }
}
