package org.handrail.companion.menteepage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.Nudges;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.Labels;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.RiskWindow;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.stereotype.Component;

/** The question that waits for a mentee, in words to the mentee, and what the mentee says on the page. */
@Component
class Questions {

    /** No risk window that is asked about began longer before. */
    private static final Duration FURTHEST_BACK = Duration.ofHours(3);

    private final Nudges nudges;
    private final AnalysisRecord record;
    private final Labels labels;
    private final Clock clock;

    Questions(Nudges nudges, AnalysisRecord record, Labels labels, Clock clock) {
        this.nudges = nudges;
        this.record = record;
        this.labels = labels;
        this.clock = clock;
    }

    Optional<OpenQuestion> openFor(MenteeId mentee, PlainTimes times) {
        return nudges.openFor(mentee)
                .map(nudge -> new OpenQuestion(
                        nudge.id(), why(nudge), times.ago(nudge.askedAt()), times.at(nudge.expiresAt())));
    }

    AnswerResult answer(MenteeId mentee, UUID nudge, Answer.Choice choice) {
        return nudges.answer(mentee, new NudgeId(nudge), choice, clock.instant());
    }

    /** A wish that answers no question is told as a label here, because nobody else hears of it. */
    void reachOut(MenteeId mentee) {
        Instant now = clock.instant();
        nudges.reachOut(mentee, now);
        labels.tell(new MenteeAnswered(mentee, Optional.empty(), Answer.Choice.REACH_OUT, now, now));
    }

    private String why(AskedNudge nudge) {
        var before = new TimeWindow(
                nudge.askedAt().minus(FURTHEST_BACK), nudge.askedAt().plusMillis(1));
        return record.windowsOf(nudge.mentee(), before).stream()
                .filter(window -> window.why().sentence().equals(nudge.why()))
                .reduce((earlier, later) -> later)
                .map(RiskWindow::why)
                .map(why -> why.toTheMentee())
                .orElse(nudge.why());
    }
}
