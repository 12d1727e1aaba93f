package org.handrail.devicesim;

import java.time.Duration;
import java.util.stream.Stream;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * Whatever a watch can send: a simulated wearer or a recording. Neither keeps count of what was asked before, so a test may
 * walk through event time, a publisher may follow the clock, and both see the same frames.
 */
@FunctionalInterface
public interface FrameSource {

    /**
     * The frames that become complete within the window, in the order of their counters. Asking for {@code [a, b)} and then
     * for {@code [b, c)} gives what asking for {@code [a, c)} gives.
     */
    Stream<SignalFrame> frames(TimeWindow completeWithin, Duration frameLength);
}
