package org.handrail.devicesim.load;

import java.util.SplittableRandom;

/**
 * When a worn watch sends what it has gathered in a minute: one stream after the other, about eight seconds apart, beginning
 * a few seconds after the minute is over. With six streams that is a frame each ten seconds. Each watch has its own few
 * seconds, and each frame a little delay of its own. A pure function of seed, line, minute and place.
 *
 * <p>All of a minute is sent within 56 seconds, so that nothing is a minute old when it sets out.
 */
record Cadence(long seed) {

    /** The watches of a crowd begin within this long after each other. */
    static final long PHASES_MS = 12_000;

    private static final long SPREAD_MS = 42_000;
    private static final long JITTER_MS = 2_000;
    private static final long MINUTE_MS = 60_000;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    /**
     * In ms since 1970.
     *
     * @param minute whose content is sent, in minutes since 1970
     * @param place of the frame among the {@code of} frames of that minute
     */
    long dueMs(int line, long minute, int place, int of) {
        long begin = (minute + 1) * MINUTE_MS + share(line, -1, 0, PHASES_MS);
        return begin + SPREAD_MS * place / Math.max(1, of - 1) + share(line, minute, place, JITTER_MS);
    }

    /** How long a watch waits before it tries again after that many vain attempts, in ms: at random, so that not all come at once. */
    long waitMs(int line, int attempt, long firstMs, long longestMs) {
        long most = Math.min(longestMs, firstMs << Math.min(attempt, 16));
        return most / 4 + share(line, attempt, 1, most - most / 4 + 1);
    }

    private long share(int line, long minute, int place, long most) {
        return new SplittableRandom(seed + ODD * (line + 31L * (place + 31L * (minute + 1)))).nextLong(most);
    }
}
