package org.handrail.alerts.nudge;

import java.time.Instant;
import java.util.Optional;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.NudgeId;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;

/** Every answer once, by who pressed what when. */
interface AnswerRows {

    /** One press of a button. */
    record Press(MenteeId mentee, Optional<NudgeId> nudge, Choice choice, Instant pressedAt) {}

    Optional<AnswerResult> resultOf(Press press);

    void insert(Press press, AnswerResult result, Instant heardAt);
}
