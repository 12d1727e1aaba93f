package org.handrail.alerts.nudge;

import org.handrail.alerts.NudgeId;
import org.handrail.analytics.MenteeAnswered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what was pressed on the watch. It may come late, and twice. */
@Component
class HearAnswers {

    private final Answering answering;

    HearAnswers(Answering answering) {
        this.answering = answering;
    }

    @ApplicationModuleListener
    void on(MenteeAnswered answered) {
        answering.take(new AnswerRows.Press(
                answered.mentee(), answered.nudge().map(NudgeId::new), answered.choice(), answered.answeredAt()));
    }
}
