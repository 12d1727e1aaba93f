package org.handrail.analytics;

import java.time.ZoneId;
import org.handrail.signals.MenteeId;

/** Port: where a mentee lives, for the hour of day. */
public interface MenteeZones {

    ZoneId zoneOf(MenteeId mentee);
}
