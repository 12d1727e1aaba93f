package org.handrail.devicesim.recording;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** A recording as frames of one device. Each frame length is cut once and kept: a recording is an hour, not a life. */
final class RecordedFrames implements FrameSource {

    private final Recording recording;
    private final DeviceId device;
    private final Map<Duration, List<SignalFrame>> cut = new ConcurrentHashMap<>();

    RecordedFrames(Recording recording, DeviceId device) {
        this.recording = recording;
        this.device = device;
    }

    @Override
    public Stream<SignalFrame> frames(TimeWindow completeWithin, Duration frameLength) {
        return cut
                .computeIfAbsent(
                        frameLength,
                        length -> new FrameCutter(device, length).cut(recording.start(), recording.channels()))
                .stream()
                .filter(frame -> completeWithin.contains(FrameCutter.completeAt(frame)));
    }
}
