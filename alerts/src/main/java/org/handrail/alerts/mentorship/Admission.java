package org.handrail.alerts.mentorship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.Mentorships;

/** Whether a mentorship fits on a mentee's ladder: at any instant a step has one mentor, and a mentor one step. */
final class Admission {

    private Admission() {}

    static Optional<Mentorships.Refusal> refusal(Mentorship wished, List<Mentorship> ladder) {
        List<Mentorship> meanwhile =
                ladder.stream().filter(other -> overlap(wished, other)).toList();
        if (meanwhile.stream().anyMatch(other -> other.step() == wished.step())) {
            return Optional.of(Mentorships.Refusal.STEP_TAKEN);
        }
        if (meanwhile.stream().anyMatch(other -> other.mentor().equals(wished.mentor()))) {
            return Optional.of(Mentorships.Refusal.MENTOR_ALREADY_ON_LADDER);
        }
        return Optional.empty();
    }

    static boolean holdsAt(Mentorship mentorship, Instant at) {
        return !at.isBefore(mentorship.from())
                && mentorship.until().map(at::isBefore).orElse(true);
    }

    private static boolean overlap(Mentorship one, Mentorship other) {
        return one.until().map(other.from()::isBefore).orElse(true)
                && other.until().map(one.from()::isBefore).orElse(true);
    }
}
