package org.handrail.companion.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How capacity is looked for.
 *
 * @param hold how long each number of wearers is measured
 * @param atMost wearers that are tried
 * @param length no step begins later
 * @param leastNudges that a step needs to be judged
 */
public record CapacitySettings(
        Duration hold, int atMost, Duration length, int leastNudges, long seed, int heapMb, Path directory) {

    public CapacitySettings {
        if (atMost < 100) {
            throw new IllegalArgumentException("A capacity is looked for among 100 wearers at least.");
        }
        if (hold.toSeconds() < 20) {
            throw new IllegalArgumentException("A step has to hold 20 seconds at least, or no minute closes in it.");
        }
    }
}
