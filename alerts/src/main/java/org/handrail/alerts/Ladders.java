package org.handrail.alerts;

import java.time.Instant;
import java.util.List;
import org.handrail.signals.MenteeId;

/** Who would be asked about a mentee. */
@FunctionalInterface
public interface Ladders {

    /** Who would be asked about this mentee at this instant, first step first. */
    List<Mentorship> ladderOf(MenteeId mentee, Instant at);
}
