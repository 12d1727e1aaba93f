package org.handrail.devicesim.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;

/**
 * A frame on its way out, with what was done to it.
 *
 * @param order the source's counter, by which frames are told apart and kept in order
 * @param madeAt when the watch had it complete, in true time
 * @param sentAt when it goes out
 * @param isGone whether it never does
 */
record Outgoing(SignalFrame frame, long order, Instant madeAt, Instant sentAt, boolean isGone, List<Mark> marks) {

    record Mark(Fault fault, FaultLog.Effect effect) {}

    static Outgoing of(SignalFrame frame) {
        var madeAt = FrameCutter.completeAt(frame);
        return new Outgoing(frame, frame.id().counter(), madeAt, madeAt, false, List.of());
    }

    Outgoing with(SignalFrame changed) {
        return new Outgoing(changed, order, madeAt, sentAt, isGone, marks);
    }

    Outgoing numbered(long counter) {
        return with(new SignalFrame(
                new FrameId(frame.id().device(), counter), frame.stream(), frame.sampledAt(), frame.content()));
    }

    Outgoing gone() {
        return new Outgoing(frame, order, madeAt, sentAt, true, marks);
    }

    Outgoing sentAt(Instant later) {
        return new Outgoing(frame, order, madeAt, later, isGone, marks);
    }

    Outgoing marked(Fault fault, FaultLog.Effect effect) {
        var more = new ArrayList<>(marks);
        more.add(new Mark(fault, effect));
        return new Outgoing(frame, order, madeAt, sentAt, isGone, List.copyOf(more));
    }
}
