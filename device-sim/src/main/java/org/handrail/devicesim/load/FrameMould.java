package org.handrail.devicesim.load;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/**
 * A frame encoded once by the real codec, into which only counter and time are put anew for each frame. Both stand in it as
 * CBOR's eight-byte integers, so that every value fits in place.
 */
final class FrameMould {

    /** Values that no frame has and that CBOR writes in full. */
    private static final long COUNTER_MARK = 0x6c6f_6164_2d63_6e74L;

    private static final long TIME_MARK = 0x0074_696d_652d_6d6bL;

    private static final byte EIGHT_BYTES_FOLLOW = 0x1b;

    private final StreamKind stream;
    private final byte[] payload;
    private final int counterAt;
    private final int timeAt;
    private final long spanMs;

    private FrameMould(StreamKind stream, byte[] payload, long spanMs) {
        this.stream = stream;
        this.payload = payload;
        this.counterAt = indexOf(payload, COUNTER_MARK);
        this.timeAt = indexOf(payload, TIME_MARK);
        this.spanMs = spanMs;
    }

    static FrameMould of(SignalFrame frame) {
        var id = new FrameId(frame.id().device(), COUNTER_MARK);
        var marked = new SignalFrame(id, frame.stream(), Instant.ofEpochMilli(TIME_MARK), frame.content());
        var payload = FrameCodec.encode(marked, FrameCodec.Format.CBOR);
        return new FrameMould(frame.stream(), payload, frame.content().span().toMillis());
    }

    StreamKind stream() {
        return stream;
    }

    int size() {
        return payload.length;
    }

    /** Writes a frame that is complete at this instant. */
    void pourInto(ByteBuffer out, long counter, long completeAtMs) {
        pourFrom(out, counter, completeAtMs - spanMs);
    }

    /** Writes a frame whose content begins at this instant. */
    void pourFrom(ByteBuffer out, long counter, long sampledAtMs) {
        int start = out.position();
        out.put(payload);
        out.putLong(start + counterAt, counter);
        out.putLong(start + timeAt, sampledAtMs);
    }

    private static int indexOf(byte[] payload, long mark) {
        var bytes = ByteBuffer.wrap(payload);
        for (int i = 1; i + Long.BYTES <= payload.length; i++) {
            if (payload[i - 1] == EIGHT_BYTES_FOLLOW && bytes.getLong(i) == mark) {
                return i;
            }
        }
        throw new IllegalStateException("The codec no longer writes counter and time as whole numbers of eight bytes");
    }
}
