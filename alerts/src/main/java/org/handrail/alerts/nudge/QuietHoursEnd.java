package org.handrail.alerts.nudge;

import java.util.UUID;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.store.PerMentee;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.TimerHandler;
import org.handrail.analytics.RiskWindowId;
import org.springframework.stereotype.Component;

/** The mentee's quiet hours are over: the question that was held for that is asked, where its window is still open. */
@Component
class QuietHoursEnd implements TimerHandler {

    private final WindowRows windows;
    private final Asking asking;
    private final PerMentee perMentee;

    QuietHoursEnd(WindowRows windows, Asking asking, PerMentee perMentee) {
        this.windows = windows;
        this.asking = asking;
        this.perMentee = perMentee;
    }

    @Override
    public Timer timer() {
        return Timer.QUIET_HOURS_END;
    }

    @Override
    public void due(UUID id) {
        var window = new RiskWindowId(id);
        windows.find(window)
                .ifPresent(found -> perMentee.settle(
                        found.heard().mentee(), () -> windows.find(window).ifPresent(this::decide)));
    }

    private void decide(WatchedWindow window) {
        if (window.heard().decision() == Decision.WAITS_OUT_QUIET_HOURS) {
            window.heard()
                    .decisionPoint()
                    .ifPresent(point -> window.question()
                            .ifPresent(question -> asking.decideAfterQuietHours(window, point, question)));
        }
    }
}
