package org.handrail.alerts.timer;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.alerts.AlertsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a scheduler of this database has to know: one task for each kind of timer, and the watchdog's rounds. */
@Component
public class TimerTasks {

    private static final Logger log = LoggerFactory.getLogger(TimerTasks.class);
    private static final int LONGEST_DOUBLING = 6;

    private final List<TimerHandler> handlers;
    private final Watchdog watchdog;
    private final Duration everyRound;

    TimerTasks(List<TimerHandler> handlers, Watchdog watchdog, AlertsSettings settings) {
        this.handlers = List.copyOf(handlers);
        this.watchdog = watchdog;
        this.everyRound = settings.timers().watchdog();
    }

    public List<Task<?>> onceEach() {
        return handlers.stream().<Task<?>>map(TimerTasks::task).toList();
    }

    public RecurringTask<Void> watchdogRounds() {
        return Tasks.recurring("watchdog", FixedDelay.of(everyRound)).execute((instance, context) -> watchdog.round());
    }

    private static Task<Void> task(TimerHandler handler) {
        return Tasks.oneTime(handler.timer().task())
                .onFailure(TimerTasks::tryAgain)
                .execute((instance, context) -> handler.due(UUID.fromString(instance.getId())));
    }

    /** After 1, 2, 4, … and at most 64 seconds. */
    private static void tryAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, LONGEST_DOUBLING));
        log.warn("Timer {} failed, will be run again in {}", complete.getExecution().taskInstance, wait);
        operations.reschedule(complete, complete.getTimeDone().plus(wait));
    }
}
