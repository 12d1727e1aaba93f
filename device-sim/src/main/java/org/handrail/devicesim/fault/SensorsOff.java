package org.handrail.devicesim.fault;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.Beats;
import org.handrail.signals.FrameContent;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** Sensors that say nothing for a while. */
final class SensorsOff {

    private SensorsOff() {}

    /** What is left of the frame; empty where that is nothing. One that was empty before stays, unless all of it is silent. */
    static Optional<SignalFrame> within(TimeWindow silent, SignalFrame frame) {
        var content = silenced(silent, frame);
        boolean isAllSilent =
                !frame.sampledAt().isBefore(silent.start()) && !frame.endsAt().isAfter(silent.end());
        boolean isTouched = isAllSilent || !content.equals(frame.content());
        return isTouched && SensorEdit.isEmpty(content)
                ? Optional.empty()
                : Optional.of(SensorEdit.with(frame, content));
    }

    private static FrameContent silenced(TimeWindow silent, SignalFrame frame) {
        var windows = List.of(silent);
        if (frame.content() instanceof Series series) {
            return SensorEdit.blank(series, frame.sampledAt(), windows);
        }
        return frame.content() instanceof Beats beats
                ? SensorEdit.without(beats, frame.sampledAt(), windows)
                : frame.content();
    }

    /** As {@link #within}, where also nothing is written: a frame that would have been complete meanwhile never is. */
    static Optional<SignalFrame> withoutPower(TimeWindow away, Outgoing outgoing) {
        return away.contains(outgoing.madeAt()) ? Optional.empty() : within(away, outgoing.frame());
    }
}
