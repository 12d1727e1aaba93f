package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.signals.IntList;

/**
 * Beat intervals one by one, in order of time, as channels. An interval that begins about where the last one ended follows
 * it exactly, whatever its own time says: how late a report came is the radio's, how long the interval was is the heart's.
 * What lies further apart is a gap, and a gap of more than a minute ends the channel; so does an hour.
 */
final class BeatRuns {

    /** What is not taken. */
    static final String LEFT_OUT = "beat intervals that reach into the one before, or are no interval";

    private static final long LONGEST_GAP_MS = Duration.ofMinutes(1).toMillis();
    private static final long LONGEST_RUN_MS = Duration.ofHours(1).toMillis();
    private static final int LONGEST_INTERVAL_MS = 10_000;

    private final long followsWithinMs;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Integer> entries = new ArrayList<>();
    private long startMs;
    private long cursorMs = Long.MIN_VALUE;
    private long lastEndMs;

    /** @param followsWithinMs how far the time of an interval that follows may be off */
    BeatRuns(long followsWithinMs) {
        this.followsWithinMs = followsWithinMs;
    }

    /** Whether the interval was taken. */
    boolean add(long endMs, int lengthMs) {
        if (lengthMs < 1 || lengthMs > LONGEST_INTERVAL_MS) {
            return false;
        }
        long beginMs = endMs - lengthMs;
        boolean isFirst = cursorMs == Long.MIN_VALUE;
        boolean follows = !isFirst && lastEndMs == cursorMs && Math.abs(beginMs - cursorMs) <= followsWithinMs;
        if (!follows && !isFirst && beginMs < cursorMs) {
            // Between which beats it lies is unknown; the next one may follow it all the same.
            lastEndMs = Math.max(lastEndMs, endMs);
            return false;
        }
        if (!follows) {
            begin(beginMs);
        } else if (cursorMs - startMs >= LONGEST_RUN_MS) {
            close();
            startMs = cursorMs;
        }
        entries.add(lengthMs);
        cursorMs += lengthMs;
        lastEndMs = cursorMs;
        return true;
    }

    List<Channel> channels() {
        close();
        return List.copyOf(channels);
    }

    private void begin(long beginMs) {
        if (entries.isEmpty() || beginMs - cursorMs > LONGEST_GAP_MS || beginMs - startMs >= LONGEST_RUN_MS) {
            close();
            startMs = beginMs;
        } else if (beginMs > cursorMs) {
            entries.add(Math.toIntExact(cursorMs - beginMs));
        }
        cursorMs = beginMs;
    }

    private void close() {
        if (!entries.isEmpty()) {
            int[] told = entries.stream().mapToInt(Integer::intValue).toArray();
            channels.add(new BeatChannel(Instant.ofEpochMilli(startMs), IntList.of(told)));
            entries.clear();
        }
    }
}
