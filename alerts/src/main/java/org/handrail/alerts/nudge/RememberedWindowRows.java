package org.handrail.alerts.nudge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.alerts.HeardWindow;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Risk windows that were heard of, in memory. */
final class RememberedWindowRows implements WindowRows {

    private final Map<RiskWindowId, HeardWindow> heard = new LinkedHashMap<>();

    @Override
    public boolean isKnown(RiskWindowId window) {
        return heard.containsKey(window);
    }

    @Override
    public void insert(HeardWindow window) {
        heard.put(window.id(), window);
    }

    @Override
    public List<HeardWindow> of(MenteeId mentee, TimeWindow window) {
        var found = new ArrayList<>(heard.values());
        found.removeIf(one -> !one.mentee().equals(mentee) || !window.contains(one.heardAt()));
        found.sort(Comparator.comparing(HeardWindow::heardAt).reversed());
        return found;
    }
}
