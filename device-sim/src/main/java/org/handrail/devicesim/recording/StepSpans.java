package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.IntList;
import org.handrail.signals.StreamKind;

/** Counted steps, each count over its own span, in order of time. Where in the span they were taken is not told. */
final class StepSpans {

    /** What is not taken. */
    static final String LEFT_OUT =
            "counts of steps over more than an hour, over no time, or over steps counted already";

    private static final long LONGEST_MS = Duration.ofHours(1).toMillis();
    private static final long MOST_STEPS = 100_000;

    private final List<Channel> channels = new ArrayList<>();
    private long lastEndMs = Long.MIN_VALUE;

    /** Whether the count was taken. */
    boolean add(long startMs, long endMs, long steps) {
        long lengthMs = endMs - startMs;
        if (startMs < lastEndMs || lengthMs <= 0 || lengthMs > LONGEST_MS || steps < 0 || steps > MOST_STEPS) {
            return false;
        }
        channels.add(new SampledChannel(
                StreamKind.STEPS,
                Instant.ofEpochMilli(startMs),
                Duration.ofMillis(lengthMs),
                1,
                IntList.of(Math.toIntExact(steps))));
        lastEndMs = endMs;
        return true;
    }

    List<Channel> channels() {
        return List.copyOf(channels);
    }
}
