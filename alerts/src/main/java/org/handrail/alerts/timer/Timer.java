package org.handrail.alerts.timer;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** The kinds of timer. Each is keyed by the id of the row that it concerns and carries nothing else. */
public enum Timer {
    QUIET_HOURS_END("quiet-hours-end"),
    NUDGE_SEND("nudge-send"),
    NUDGE_WAITING_TIME("nudge-waiting-time"),
    PROMPT_DEADLINE("prompt-deadline"),
    DELIVERY_ATTEMPT("delivery-attempt");

    private final String taskName;

    Timer(String taskName) {
        this.taskName = taskName;
    }

    /** As it stands in {@code alerts.scheduled_task}. */
    public String taskName() {
        return taskName;
    }

    TaskDescriptor<Void> task() {
        return TaskDescriptor.of(taskName);
    }
}
