package org.handrail.ingest;

import java.util.List;
import org.handrail.signals.MenteeId;

/** How the paired devices are doing. Behind by a few seconds at most, since writers note it down with each batch. */
public interface DeviceOverviews {

    /** The devices now paired with the mentee, the oldest pairing first. */
    List<DeviceOverview> of(MenteeId mentee);
}
