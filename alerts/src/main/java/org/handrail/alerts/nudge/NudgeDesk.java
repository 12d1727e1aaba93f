package org.handrail.alerts.nudge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.nudge.AnswerRows.Press;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.stereotype.Component;

@Component
class NudgeDesk implements Nudges {

    private final NudgeRows nudges;
    private final WindowRows windows;
    private final Answering answering;

    NudgeDesk(NudgeRows nudges, WindowRows windows, Answering answering) {
        this.nudges = nudges;
        this.windows = windows;
        this.answering = answering;
    }

    @Override
    public Optional<AskedNudge> openFor(MenteeId mentee) {
        return nudges.openFor(mentee).map(NudgeRow::asked);
    }

    @Override
    public List<AskedNudge> historyFor(MenteeId mentee, TimeWindow window) {
        return nudges.historyFor(mentee, window).stream().map(NudgeRow::asked).toList();
    }

    @Override
    public List<HeardWindow> windowsOf(MenteeId mentee, TimeWindow window) {
        return windows.of(mentee, window);
    }

    @Override
    public AnswerResult answer(MenteeId mentee, NudgeId nudge, Choice choice, Instant pressedAt) {
        return answering.take(new Press(mentee, Optional.of(nudge), choice, pressedAt));
    }

    @Override
    public AnswerResult reachOut(MenteeId mentee, Instant pressedAt) {
        return answering.take(new Press(mentee, Optional.empty(), Choice.REACH_OUT, pressedAt));
    }
}
