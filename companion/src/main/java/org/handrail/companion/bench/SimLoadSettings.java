package org.handrail.companion.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A load to be looked at while it goes on.
 *
 * @param length counted from when all watches are connected
 * @param stormEvery how often a fifth of the connections is torn off at once
 * @param heapMb most that the house may take
 * @param directory of the house; belongs to this run alone
 */
public record SimLoadSettings(
        int wearers, Duration length, long seed, Optional<Duration> stormEvery, int heapMb, Path directory) {

    /** One process has this many ports and files for them, where the machine lets it. */
    private static final int MOST_WEARERS = 100_000;

    public SimLoadSettings {
        if (wearers < 1 || wearers > MOST_WEARERS) {
            throw new IllegalArgumentException("A load has 1 to 100,000 wearers.");
        }
        if (length.toSeconds() < 1 || length.toHours() > 24) {
            throw new IllegalArgumentException("A load lasts up to a day.");
        }
        if (stormEvery.filter(every -> every.toSeconds() < 5).isPresent()) {
            throw new IllegalArgumentException("Storms have five seconds between them at least.");
        }
        if (heapMb < 256) {
            throw new IllegalArgumentException("A house takes 256 MB at least.");
        }
    }

    /** What so many wearers were measured to need, with room to spare. */
    public static int heapMbFor(int wearers) {
        return 512 + wearers / 1_000 * 320;
    }
}
