package org.handrail.devicesim.publish;

import org.handrail.signals.FrameCodec;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Topics;

/** How a watch puts a frame into a message. Called on any thread, and again for a frame that is handed in again. */
@FunctionalInterface
public interface Wrapping {

    /** A message as it goes out. */
    record Wrapped(String topic, byte[] payload) {}

    Wrapped wrap(SignalFrame frame);

    /** As the protocol says. */
    static Wrapping plain(FrameCodec.Format format) {
        return frame -> new Wrapped(Topics.up(frame.id().device(), frame.stream()), FrameCodec.encode(frame, format));
    }
}
