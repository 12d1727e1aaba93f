package org.handrail.alerts.nudge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.alerts.HeardWindow;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Risk windows that were heard of, in memory. */
final class RememberedWindowRows implements WindowRows {

    private final Map<RiskWindowId, WatchedWindow> rows = new LinkedHashMap<>();

    @Override
    public Optional<WatchedWindow> find(RiskWindowId window) {
        return Optional.ofNullable(rows.get(window));
    }

    @Override
    public void keep(WatchedWindow window) {
        rows.put(window.heard().id(), window);
    }

    @Override
    public List<HeardWindow> of(MenteeId mentee, TimeWindow window) {
        var found =
                new ArrayList<>(rows.values().stream().map(WatchedWindow::heard).toList());
        found.removeIf(one -> !one.mentee().equals(mentee) || !window.contains(one.heardAt()));
        found.sort(Comparator.comparing(HeardWindow::heardAt).reversed());
        return found;
    }
}
