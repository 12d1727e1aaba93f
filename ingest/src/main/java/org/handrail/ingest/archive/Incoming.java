package org.handrail.ingest.archive;

import java.time.Instant;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/**
 * An admitted frame on its way into the archive.
 *
 * @param receivedAt by the house's clock, in whole milliseconds, so that the archive gives back the same instant
 * @param acknowledgement run once the frame is stored, and never before
 */
public record Incoming(MenteeId mentee, SignalFrame frame, Instant receivedAt, Acknowledgement acknowledgement) {

    /** Tells the sender that it may forget the frame. Called on a writer's thread; must not block. */
    public interface Acknowledgement {
        void acknowledge();
    }
}
