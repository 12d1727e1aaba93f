package org.handrail.devicesim.recording;

import org.handrail.signals.TimeWindow;

/**
 * What the protocol of the study says of a stretch. It marks the task, not what the person felt.
 *
 * @param label rest, stress, exercise, post_exercise_rest or other
 * @param task the authors' name of the task
 */
public record LabelledStretch(TimeWindow window, String label, String task) {}
