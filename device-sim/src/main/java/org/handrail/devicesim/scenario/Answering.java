package org.handrail.devicesim.scenario;

import java.time.Duration;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.signals.Answer;

/** What a persona does about a nudge. */
public sealed interface Answering {

    /** Lets it pass. */
    record Never() implements Answering {}

    /** Presses the same button each time. */
    record Always(Answer.Choice choice, Duration after) implements Answering {}

    default AnswerPolicy policy() {
        if (this instanceof Always always) {
            return AnswerPolicy.always(always.choice(), always.after());
        }
        return AnswerPolicy.ignore();
    }
}
