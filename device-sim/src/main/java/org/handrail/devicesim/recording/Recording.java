package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.FrameSource;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/** What a wristband recorded, and what was going on. Channels lie within the window; labels may be empty. */
public record Recording(Instant start, Duration length, List<Channel> channels, List<LabelledStretch> labels) {

    public Recording {
        channels = List.copyOf(channels);
        labels = List.copyOf(labels);
    }

    public TimeWindow window() {
        return new TimeWindow(start, start.plus(length));
    }

    /** The channel of that stream, or empty where the wristband recorded none. */
    public Optional<Channel> channel(StreamKind stream) {
        return channels.stream().filter(channel -> channel.stream() == stream).findFirst();
    }

    /** The same recording and labels at another time. */
    public Recording shiftedBy(Duration shift) {
        return new Recording(
                start.plus(shift),
                length,
                channels.stream().map(channel -> channel.shiftedBy(shift)).toList(),
                labels.stream().map(label -> shifted(label, shift)).toList());
    }

    /** As if it had just ended. */
    public Recording endingAt(Instant end) {
        return shiftedBy(Duration.between(start.plus(length), end));
    }

    /** As if this device had recorded it. */
    public FrameSource frames(DeviceId device) {
        return new RecordedFrames(this, device);
    }

    private static LabelledStretch shifted(LabelledStretch stretch, Duration shift) {
        var window = stretch.window();
        return new LabelledStretch(
                new TimeWindow(window.start().plus(shift), window.end().plus(shift)), stretch.label(), stretch.task());
    }
}
