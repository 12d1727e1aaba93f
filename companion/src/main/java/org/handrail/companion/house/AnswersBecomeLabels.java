package org.handrail.companion.house;

import java.util.Optional;
import org.handrail.alerts.NudgeAnswered;
import org.handrail.alerts.NudgeUnanswered;
import org.handrail.analytics.Labels;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.QuestionUnanswered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells analytics what became of a question, whichever way it was answered. What was pressed on the watch is told twice by
 * that, which counts once.
 */
@Component
class AnswersBecomeLabels {

    private final Labels labels;

    AnswersBecomeLabels(Labels labels) {
        this.labels = labels;
    }

    @ApplicationModuleListener
    void on(NudgeAnswered answered) {
        labels.tell(new MenteeAnswered(
                answered.mentee(),
                Optional.of(answered.nudge().value()),
                answered.choice(),
                answered.pressedAt(),
                answered.pressedAt()));
    }

    @ApplicationModuleListener
    void on(NudgeUnanswered unanswered) {
        labels.tell(
                new QuestionUnanswered(unanswered.mentee(), unanswered.nudge().value(), unanswered.at()));
    }
}
