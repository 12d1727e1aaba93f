package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.Occurrence;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * A recording as frames of one device. Only channels that have a frame in what is asked for are cut, and the last few of them
 * are kept cut, for whoever asks piece by piece: a recording may be an hour, or years.
 */
final class RecordedFrames implements FrameSource {

    private static final int KEPT_CUT = 32;

    private record Cut(int channel, Duration frameLength) {}

    private final Instant origin;
    private final DeviceId device;
    private final List<Channel> channels;

    /** For each channel when the last frame of it and of all before it is complete; so it never falls. */
    private final List<Instant> allCompleteAt;

    private final Map<Cut, List<SignalFrame>> cut = new LinkedHashMap<>(2 * KEPT_CUT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Cut, List<SignalFrame>> eldest) {
            return size() > KEPT_CUT;
        }
    };

    RecordedFrames(Recording recording, DeviceId device) {
        this.origin = recording.start();
        this.device = device;
        this.channels = recording.channels().stream()
                .sorted(Comparator.comparing(Channel::start))
                .toList();
        var latest = new Instant[] {Instant.MIN};
        this.allCompleteAt = channels.stream()
                .map(channel -> latest[0] = later(latest[0], completeAt(channel)))
                .toList();
    }

    @Override
    public Stream<SignalFrame> frames(TimeWindow completeWithin, Duration frameLength) {
        return IntStream.range(firstCompleteFrom(completeWithin.start()), channels.size())
                .takeWhile(i -> channels.get(i).start().isBefore(completeWithin.end()))
                .filter(i -> !completeAt(channels.get(i)).isBefore(completeWithin.start()))
                .boxed()
                .flatMap(i -> cut(i, frameLength).stream())
                .filter(frame -> completeWithin.contains(FrameCutter.completeAt(frame)))
                .sorted(Comparator.comparingLong(frame -> frame.id().counter()));
    }

    private List<SignalFrame> cut(int channel, Duration frameLength) {
        synchronized (cut) {
            return cut.computeIfAbsent(
                    new Cut(channel, frameLength),
                    wanted -> new FrameCutter(device, frameLength).cut(origin, List.of(channels.get(channel))));
        }
    }

    private int firstCompleteFrom(Instant instant) {
        int from = 0;
        int to = channels.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (allCompleteAt.get(middle).isBefore(instant)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static Instant completeAt(Channel channel) {
        return channel instanceof Occurrence occurrence ? occurrence.completeAt() : channel.end();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
