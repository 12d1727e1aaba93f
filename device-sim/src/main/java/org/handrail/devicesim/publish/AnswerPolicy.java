package org.handrail.devicesim.publish;

import java.time.Duration;
import java.util.Optional;
import org.handrail.signals.Answer;
import org.handrail.signals.Nudge;

/** What the wearer does about a nudge. Asked on a thread of the MQTT client, so it must not wait. */
@FunctionalInterface
public interface AnswerPolicy {

    /** A press of a button, so long after the nudge. */
    record Press(Answer.Choice choice, Duration after) {}

    /** The press that follows, or empty where the wearer lets the nudge pass. */
    Optional<Press> answerTo(Nudge nudge);

    /** Lets every nudge pass. */
    static AnswerPolicy ignore() {
        return nudge -> Optional.empty();
    }

    /** Always the same answer, so long after the nudge. */
    static AnswerPolicy always(Answer.Choice choice, Duration after) {
        return nudge -> Optional.of(new Press(choice, after));
    }
}
