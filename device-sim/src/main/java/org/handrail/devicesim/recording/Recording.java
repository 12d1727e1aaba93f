package org.handrail.devicesim.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.FrameSource;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/**
 * What a wristband recorded, and what was going on.
 *
 * @param channels lie within the window. A stream may have several, one after another: where nothing was recorded for long
 *     there is no channel, and a recording of months comes in many short ones
 * @param labels may be empty
 */
public record Recording(
        Instant start, Duration length, List<Channel> channels, List<LabelledStretch> labels, Provenance provenance) {

    public Recording {
        channels = List.copyOf(channels);
        labels = List.copyOf(labels);
    }

    public Recording(Instant start, Duration length, List<Channel> channels, List<LabelledStretch> labels) {
        this(start, length, channels, labels, Provenance.UNTOLD);
    }

    /** What an export without labels comes to, from its first channel to the end of its last. */
    static Recording of(Path export, List<Channel> channels, Provenance provenance) {
        var start = channels.stream().map(Channel::start).min(Comparator.naturalOrder());
        var end = channels.stream().map(Channel::end).max(Comparator.naturalOrder());
        if (start.isEmpty() || end.isEmpty()) {
            throw new RecordingFault(export + ": expected heart rates, beats, steps or sleep, and found none of them");
        }
        var length = Duration.between(start.get(), end.get());
        return new Recording(start.get(), length, channels, List.of(), provenance);
    }

    public TimeWindow window() {
        return new TimeWindow(start, start.plus(length));
    }

    /** The streams that were recorded. */
    public Set<StreamKind> streams() {
        return channels.stream()
                .map(Channel::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StreamKind.class)));
    }

    /** The first channel of that stream, or empty where the wristband recorded none. */
    public Optional<Channel> channel(StreamKind stream) {
        return channels.stream().filter(channel -> channel.stream() == stream).findFirst();
    }

    /** The same recording and labels at another time. */
    public Recording shiftedBy(Duration shift) {
        return new Recording(
                start.plus(shift),
                length,
                channels.stream().map(channel -> channel.shiftedBy(shift)).toList(),
                labels.stream().map(label -> shifted(label, shift)).toList(),
                provenance);
    }

    /** As if it had begun so long before its end, or the same where it did not begin before. */
    public Recording last(Duration most) {
        if (length.compareTo(most) <= 0) {
            return this;
        }
        var from = start.plus(length).minus(most);
        return new Recording(
                from,
                most,
                channels.stream()
                        .filter(channel -> !channel.start().isBefore(from))
                        .toList(),
                labels.stream()
                        .filter(label -> !label.window().start().isBefore(from))
                        .toList(),
                provenance);
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
