package org.handrail.ingest;

import java.util.List;
import org.handrail.ingest.DirectFrames.Offered;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/**
 * The way in for a past that a mentee brings along, as from an export of another watch. It needs no pairing, may be however
 * old and comes as fast as the archive takes it; consent to collection and plausibility are asked for as of any frame, and
 * what is refused is counted. A frame that is known already is as good as stored.
 */
@FunctionalInterface
public interface PastFrames {

    /** Takes frames of one mentee, all of those that may enter. Never waits for the archive. */
    Offered offerPast(MenteeId mentee, List<SignalFrame> frames);
}
