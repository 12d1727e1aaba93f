package org.handrail.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** The questions put to mentees, and their answers. */
public interface Nudges {

    /** The nudge that waits for this mentee's answer. */
    Optional<AskedNudge> openFor(MenteeId mentee);

    /** Nudges asked in this window of time, newest first. */
    List<AskedNudge> historyFor(MenteeId mentee, TimeWindow window);

    /** Risk windows heard of in this window of time, with what was decided about each, newest first. */
    List<HeardWindow> windowsOf(MenteeId mentee, TimeWindow window);

    /**
     * The mentee's answer to a nudge. Okay and rough stand down what the nudge led to. A wish to reach out is never lost to
     * a nudge that is closed or unknown: pressed within the last half hour it counts as {@link #reachOut}.
     */
    AnswerResult answer(MenteeId mentee, NudgeId nudge, Answer.Choice choice, Instant pressedAt);

    /** "Reach out now", with no sensor in play. Joins an escalation that is walking already. */
    AnswerResult reachOut(MenteeId mentee, Instant pressedAt);
}
