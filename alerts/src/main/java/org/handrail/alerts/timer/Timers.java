package org.handrail.alerts.timer;

import java.time.Instant;
import java.util.UUID;

/** Sets timers. One that is set already stays as it is. */
@FunctionalInterface
public interface Timers {

    void set(Timer timer, UUID id, Instant due);
}
