package org.handrail.alerts.nudge;

import java.time.Clock;
import java.time.Instant;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.store.PerMentee;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.signals.MenteeId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears of risk windows. What is told of one may come twice, late and in any order; each part of it is acted on once. Whether
 * the mentee is asked is decided at the window's decision point.
 */
@Component
class HearRiskWindows {

    private final WindowRows windows;
    private final Asking asking;
    private final Easing easing;
    private final PerMentee perMentee;
    private final Clock clock;

    HearRiskWindows(WindowRows windows, Asking asking, Easing easing, PerMentee perMentee, Clock clock) {
        this.windows = windows;
        this.asking = asking;
        this.easing = easing;
        this.perMentee = perMentee;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RiskWindowOpened opened) {
        perMentee.settle(opened.mentee(), () -> {
            var window = find(opened.id(), opened.mentee(), opened.openedAt());
            windows.keep(window.opened(opened.openedAt()));
        });
    }

    @ApplicationModuleListener
    void on(DecisionPointReached point) {
        perMentee.settle(point.mentee(), () -> {
            var window = find(point.window(), point.mentee(), point.at()).reached(point);
            if (window.heard().decision().isUndecided()) {
                window.question().ifPresent(question -> asking.decide(window, point.at(), question));
            }
        });
    }

    @ApplicationModuleListener
    void on(RiskWindowClosed closed) {
        perMentee.settle(closed.mentee(), () -> {
            var window = find(closed.id(), closed.mentee(), closed.span().start());
            if (window.heard().ending().isEmpty()) {
                end(window.ended(closed.ending()));
            }
        });
    }

    private void end(WatchedWindow window) {
        boolean wasWatched = window.heard().decision() == Decision.WATCHED;
        windows.keep(wasWatched ? window.decided(Decision.NOT_WORTH_ASKING, clock.instant()) : window);
        if (window.heard().ending().filter(Ending.EASED::equals).isPresent()) {
            easing.eased(window.heard());
        }
    }

    private WatchedWindow find(RiskWindowId id, MenteeId mentee, Instant openedAt) {
        return windows.find(id).orElseGet(() -> WatchedWindow.first(id, mentee, openedAt, clock.instant()));
    }
}
