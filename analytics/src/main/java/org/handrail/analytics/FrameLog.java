package org.handrail.analytics;

import java.util.Map;
import java.util.function.Consumer;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;

/** Port: the archive as a log that can be read again. The house connects it to ingest. */
public interface FrameLog {

    /** Every frame of the mentee after that position, in the order of positions. */
    void readAfter(MenteeId mentee, long position, Consumer<ArchivedFrame> reader);

    /** The last position of each mentee who has frames. */
    Map<MenteeId, Long> lastPositions();
}
