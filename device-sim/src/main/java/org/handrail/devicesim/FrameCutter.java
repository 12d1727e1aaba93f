package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/**
 * Cuts channels into frames as a watch does: on a grid of one frame length, all streams interleaved by the instant at which
 * each frame was complete.
 *
 * <p>A frame's counter is {@code 16 * (ms at which it was complete) + (place of its stream)}. So it needs no memory, rises
 * with time, never meets another frame of the device, and a frame that is made again has the id that it had. A sample that
 * lasts longer than a frame, such as a minute's steps, is a frame by itself and complete when it is over.
 */
public final class FrameCutter {

    /** A frame as a watch sends it while it is connected. */
    public static final Duration LIVE = Duration.ofSeconds(10);

    /** A frame as a watch sends it when it has much to catch up on. */
    public static final Duration BACKLOG = Duration.ofSeconds(60);

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int COUNTERS_A_MS = 16;

    private final DeviceId device;
    private final Duration frameLength;

    public FrameCutter(DeviceId device, Duration frameLength) {
        if (frameLength.compareTo(SHORTEST) < 0 || frameLength.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A frame is 1 second to 15 minutes long");
        }
        this.device = device;
        this.frameLength = frameLength;
    }

    /** The counter of a frame of this stream that was complete at this instant. */
    public static long counterOf(Instant completeAt, StreamKind stream) {
        return completeAt.toEpochMilli() * COUNTERS_A_MS + stream.ordinal();
    }

    /** A counter that no frame which is cut here has: for one that a watch tells out of turn at this instant. */
    public static long spareCounterOf(Instant completeAt, int place) {
        if (place < 0 || StreamKind.values().length + place >= COUNTERS_A_MS) {
            throw new IllegalArgumentException("There are few spare counters in a millisecond");
        }
        return completeAt.toEpochMilli() * COUNTERS_A_MS + StreamKind.values().length + place;
    }

    /** When a frame that was cut here was complete. */
    public static Instant completeAt(SignalFrame frame) {
        return Instant.ofEpochMilli(frame.id().counter() / COUNTERS_A_MS);
    }

    /**
     * The frames of these channels in the order of their counters.
     *
     * @param origin where the grid begins; no channel begins before it
     */
    public List<SignalFrame> cut(Instant origin, List<? extends Channel> channels) {
        var frames = new ArrayList<SignalFrame>();
        for (Channel channel : channels) {
            if (channel instanceof SampledChannel samples) {
                cut(origin, samples, frames);
            } else if (channel instanceof BeatChannel beats) {
                new BeatCutter(origin, frameLength, beats)
                        .cut((start, completeAt, content) ->
                                frames.add(frame(StreamKind.BEATS, start, completeAt, content)));
            } else if (channel instanceof Occurrence whole) {
                frames.add(frame(whole.stream(), whole.start(), whole.completeAt(), whole.content()));
            }
        }
        frames.sort(Comparator.comparingLong(frame -> frame.id().counter()));
        return frames;
    }

    /** Counts in nanoseconds since the origin, for there are many frames. */
    private void cut(Instant origin, SampledChannel channel, List<SignalFrame> frames) {
        var ticks = channel.ticks();
        long length = frameLength.toNanos();
        long spacing = channel.spacing().toNanos();
        long first = Duration.between(origin, channel.start()).toNanos();
        int from = 0;
        while (from < ticks.size()) {
            long start = first + spacing * from;
            long boundary = boundaryAfter(start, length);
            long fitting = -Math.floorDiv(start - boundary, spacing);
            int to = (int) Math.min(Math.min(ticks.size(), from + fitting), from + (long) Series.MAX_SAMPLES);
            long end = first + spacing * to;
            // A sample that lasts longer than a frame, such as a minute's mean, is known only when it is over.
            boolean isCut = end > boundary && spacing <= length;
            frames.add(frame(
                    channel.stream(),
                    origin.plusNanos(start),
                    origin.plusNanos(isCut ? boundary : end),
                    new Series(channel.spacing(), channel.resolution(), ticks.slice(from, to))));
            from = to;
        }
    }

    private SignalFrame frame(StreamKind stream, Instant start, Instant completeAt, FrameContent content) {
        return new SignalFrame(new FrameId(device, counterOf(completeAt, stream)), stream, start, content);
    }

    /** Where the frame ends that holds this moment, both in nanoseconds since the origin. */
    static long boundaryAfter(long nanos, long frameLength) {
        return (nanos / frameLength + 1) * frameLength;
    }
}
