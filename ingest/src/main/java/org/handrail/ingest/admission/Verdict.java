package org.handrail.ingest.admission;

import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;

/** Whether a frame may enter the archive. */
public sealed interface Verdict {

    /** It may, as this mentee's. */
    record Admitted(MenteeId mentee) implements Verdict {}

    /** It may not, and why. */
    record Refused(RefusalReason reason) implements Verdict {}
}
