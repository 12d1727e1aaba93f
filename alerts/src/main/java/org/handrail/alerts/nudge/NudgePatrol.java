package org.handrail.alerts.nudge;

import java.util.List;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.timer.Patrol;
import org.handrail.alerts.timer.Timer;
import org.handrail.alerts.timer.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives nudges that would wait for ever their end back. */
@Component
class NudgePatrol implements Patrol {

    private static final Logger log = LoggerFactory.getLogger(NudgePatrol.class);

    private final JdbcNudgeRows nudges;
    private final Timers timers;

    NudgePatrol(JdbcNudgeRows nudges, Timers timers) {
        this.nudges = nudges;
        this.timers = timers;
    }

    @Override
    public int mend() {
        List<NudgeRow> stuck = nudges.withoutFuture();
        for (NudgeRow row : stuck) {
            AskedNudge asked = row.asked();
            log.error("Nudge {} had no end of its waiting time any more, it is set again", asked.id());
            timers.set(Timer.NUDGE_WAITING_TIME, asked.id().value(), asked.expiresAt());
        }
        return stuck.size();
    }
}
