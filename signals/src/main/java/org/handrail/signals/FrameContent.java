package org.handrail.signals;

import java.time.Duration;

/** What a frame carries, by the shape of its stream. */
public sealed interface FrameContent permits Series, Beats, Sleep, SelfReport, Answer, DeviceStatus {

    /** How much of the mentee's time the content spans; zero for a moment such as an answer. */
    Duration span();
}
