package org.handrail.alerts;

import java.time.Duration;
import java.util.Optional;

/**
 * What a mentee decided while well.
 *
 * @param waitingTime how long a nudge waits for an answer, 0 to 30 minutes
 * @param silenceMeans what no answer counts as
 * @param quietHours in which nothing is asked; "reach out now" works at any time
 */
public record Plan(Duration waitingTime, SilenceMeans silenceMeans, Optional<QuietHours> quietHours) {

    public static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** For a mentee who has not written a plan yet. */
    public static final Plan DEFAULT = new Plan(Duration.ofMinutes(3), SilenceMeans.TELL_MENTOR);

    public Plan {
        if (waitingTime.isNegative() || waitingTime.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("A nudge waits between 0 and 30 minutes");
        }
    }

    /** Without quiet hours. */
    public Plan(Duration waitingTime, SilenceMeans silenceMeans) {
        this(waitingTime, silenceMeans, Optional.empty());
    }
}
