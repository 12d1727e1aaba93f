package org.handrail.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.detection.Detail;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** What one method finds in one mentee's frames, as far as methods are compared by it. */
final class OneMethod implements Detection.Listener {

    private final ReplayRuntime runtime;
    private final List<MinuteRecord> minutes = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();

    /**
     * A risk window; one that has not ended goes on for ever.
     *
     * @param isAsked whether it came to its decision point
     */
    record Window(RiskWindowId id, TimeWindow span, Instant openedAt, boolean isAsked) {}

    OneMethod(EvidenceWeights weights, MenteeId mentee, ZoneId zone) {
        runtime = new ReplayRuntime(new RiskMethod(weights, Detail.WHAT_DECIDES), mentee, zone, this);
    }

    void take(ArchivedFrame frame) {
        runtime.take(frame);
    }

    void letPass(Instant now) {
        runtime.letPass(now);
    }

    /** Those that were closed since this was asked last. */
    List<MinuteRecord> newMinutes() {
        var closed = List.copyOf(minutes);
        minutes.clear();
        return closed;
    }

    List<Window> windows() {
        return windows;
    }

    @Override
    public void closed(MinuteRecord minute) {
        minutes.add(minute);
    }

    @Override
    public void opened(RiskWindowOpened window) {
        windows.add(new Window(window.id(), new TimeWindow(window.start(), Instant.MAX), window.openedAt(), false));
    }

    @Override
    public void reached(DecisionPointReached point) {
        windows.replaceAll(window -> window.id().equals(point.window())
                ? new Window(window.id(), window.span(), window.openedAt(), true)
                : window);
    }

    @Override
    public void closed(RiskWindowClosed ended) {
        windows.replaceAll(window -> window.id().equals(ended.id())
                ? new Window(window.id(), ended.span(), window.openedAt(), window.isAsked())
                : window);
    }
}
