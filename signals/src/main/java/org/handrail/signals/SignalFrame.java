package org.handrail.signals;

import java.time.Instant;

/**
 * A short run of samples of one stream, as the device sent it: the unit of transport and storage.
 *
 * @param sampledAt when the content begins, by the device's clock
 */
public record SignalFrame(FrameId id, StreamKind stream, Instant sampledAt, FrameContent content) {

    public SignalFrame {
        if (!stream.contentType().isInstance(content)) {
            throw new IllegalArgumentException("A frame of " + stream.topicName() + " carries no "
                    + content.getClass().getSimpleName());
        }
    }

    /** First instant after the content, by the device's clock. */
    public Instant endsAt() {
        return sampledAt.plus(content.span());
    }

    /** Without the content, which is a mentee's. */
    @Override
    public String toString() {
        return "SignalFrame[" + id + ", " + stream + ", " + sampledAt + "]";
    }
}
