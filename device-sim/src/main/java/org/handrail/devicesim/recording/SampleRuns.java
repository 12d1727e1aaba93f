package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.IntList;
import org.handrail.signals.StreamKind;

/**
 * Samples one by one, in order of time, as channels: one for each run without a hole. A run ends after an hour at the latest,
 * so that a recording of years can be cut into frames piece by piece, and a hole of years costs nothing.
 */
final class SampleRuns {

    private static final Duration LONGEST_RUN = Duration.ofHours(1);

    private final StreamKind stream;
    private final Duration spacing;
    private final double resolution;
    private final int[] run;
    private final List<Channel> channels = new ArrayList<>();
    private int size;
    private long startMs;
    private long nextMs = Long.MIN_VALUE;

    SampleRuns(StreamKind stream, Duration spacing, double resolution) {
        this.stream = stream;
        this.spacing = spacing;
        this.resolution = resolution;
        this.run = new int[Math.toIntExact(LONGEST_RUN.dividedBy(spacing))];
    }

    /** Whether the sample was taken: not one that begins before the last one is over. */
    boolean add(long atMs, double value) {
        if (atMs < nextMs) {
            return false;
        }
        if (atMs != nextMs || size == run.length) {
            close();
            startMs = atMs;
        }
        run[size++] = Math.toIntExact(Math.round(value / resolution));
        nextMs = atMs + spacing.toMillis();
        return true;
    }

    List<Channel> channels() {
        close();
        return List.copyOf(channels);
    }

    private void close() {
        if (size > 0) {
            var ticks = IntList.of(Arrays.copyOf(run, size));
            channels.add(new SampledChannel(stream, Instant.ofEpochMilli(startMs), spacing, resolution, ticks));
            size = 0;
        }
    }
}
