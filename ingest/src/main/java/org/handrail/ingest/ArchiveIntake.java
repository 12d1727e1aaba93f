package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/** Takes frames into the archive that came another way than by MQTT and have been admitted. Any thread may call. */
@FunctionalInterface
public interface ArchiveIntake {

    /**
     * Takes the frame over, or says at once that there is no room now.
     *
     * @param receivedAt by the house's clock, in whole milliseconds
     * @param stored run by a writer once the frame is safe; must not block
     */
    boolean offer(MenteeId mentee, SignalFrame frame, Instant receivedAt, Runnable stored);
}
