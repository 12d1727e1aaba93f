package org.handrail.alerts.nudge;

import java.util.List;
import org.handrail.alerts.HeardWindow;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Where the risk windows that were heard of are kept. */
interface WindowRows {

    boolean isKnown(RiskWindowId window);

    void insert(HeardWindow window);

    List<HeardWindow> of(MenteeId mentee, TimeWindow window);
}
