package org.handrail.alerts.nudge;

import java.time.Clock;
import java.util.List;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.timer.Patrol;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds questions that would be held for ever, and has them decided now. */
@Component
class QuietHoursPatrol implements Patrol {

    private static final Logger log = LoggerFactory.getLogger(QuietHoursPatrol.class);

    private final JdbcWindowRows windows;
    private final Timers timers;
    private final Clock clock;

    QuietHoursPatrol(JdbcWindowRows windows, Timers timers, Clock clock) {
        this.windows = windows;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public int mend() {
        List<HeardWindow> stuck = windows.withoutFuture();
        for (HeardWindow window : stuck) {
            log.error("Risk window {} was held for quiet hours without an end, it is decided now", window.id());
            timers.set(Timer.QUIET_HOURS_END, window.id().value(), clock.instant());
        }
        return stuck.size();
    }
}
