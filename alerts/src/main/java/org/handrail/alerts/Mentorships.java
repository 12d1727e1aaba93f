package org.handrail.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.MenteeId;

/** Who accompanies whom, and in which order they are asked. */
public interface Mentorships extends Ladders {

    /** Begins a mentorship, unless the step or the mentor is taken on this mentee's ladder at some time of it. */
    Outcome create(NewMentorship mentorship);

    /** Ends a mentorship early. An escalation under way asks the ladder anew at each step, so it notices. */
    boolean end(MentorshipId mentorship, Instant until);

    /** Current and coming mentorships of a mentor, by mentee and start. */
    List<Mentorship> mentorshipsOf(MentorId mentor);

    /** What it takes to begin a mentorship. */
    record NewMentorship(
            MenteeId mentee,
            MentorId mentor,
            int step,
            Optional<Duration> deadline,
            Instant from,
            Optional<Instant> until) {}

    /** What became of a wish to begin one. */
    sealed interface Outcome {}

    record Created(Mentorship mentorship) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** Why a mentorship cannot begin. */
    enum Refusal {
        STEP_TAKEN,
        MENTOR_ALREADY_ON_LADDER
    }
}
