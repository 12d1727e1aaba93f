package org.handrail.ingest.archive;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.Given;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/** Remembers what was acknowledged and what reached the sink. */
final class Sent implements FrameSink {

    private final Collection<FrameId> acknowledged = new ConcurrentLinkedQueue<>();
    private final Collection<ArchivedFrame> handedOver = new ConcurrentLinkedQueue<>();

    Incoming incoming(MenteeId mentee, SignalFrame frame) {
        return new Incoming(mentee, frame, Given.NOW, () -> acknowledged.add(frame.id()));
    }

    @Override
    public void accept(List<ArchivedFrame> frames) {
        handedOver.addAll(frames);
    }

    List<FrameId> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<ArchivedFrame> handedOver() {
        return List.copyOf(handedOver);
    }

    List<Long> countersHandedOver() {
        return handedOver.stream().map(frame -> frame.frame().id().counter()).toList();
    }
}
