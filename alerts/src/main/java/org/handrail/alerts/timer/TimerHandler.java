package org.handrail.alerts.timer;

import java.util.UUID;

/**
 * What happens when a timer of one kind is due. Called outside any transaction, at least once, possibly late and by any
 * process: reads the row again, and does nothing where it has moved on. What it throws is tried again.
 */
public interface TimerHandler {

    Timer timer();

    void due(UUID id);
}
