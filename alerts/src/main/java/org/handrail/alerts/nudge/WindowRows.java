package org.handrail.alerts.nudge;

import java.util.List;
import java.util.Optional;
import org.handrail.alerts.HeardWindow;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Where the risk windows that were heard of are kept. */
interface WindowRows {

    Optional<WatchedWindow> find(RiskWindowId window);

    /** As it is now, in place of what was kept of it. */
    void keep(WatchedWindow window);

    List<HeardWindow> of(MenteeId mentee, TimeWindow window);
}
