package org.handrail.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handrail.signals.MenteeId;

/**
 * One mentor accompanies one mentee, as one step of the mentee's ladder, in {@code [from, until)}.
 *
 * @param step 1 is asked first, 2 is the backup, and so on
 * @param deadline how long this step waits for "I have it"; empty: as the settings say
 */
public record Mentorship(
        MentorshipId id,
        MenteeId mentee,
        MentorId mentor,
        int step,
        Optional<Duration> deadline,
        Instant from,
        Optional<Instant> until) {

    public Mentorship {
        if (step < 1) {
            throw new IllegalArgumentException("Steps of a ladder count from 1");
        }
        if (deadline.isPresent()
                && (deadline.get().isNegative() || deadline.get().isZero())) {
            throw new IllegalArgumentException("A deadline lies ahead");
        }
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException("A mentorship ends after it starts");
        }
    }
}
