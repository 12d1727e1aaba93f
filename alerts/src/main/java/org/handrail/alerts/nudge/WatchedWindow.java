package org.handrail.alerts.nudge;

import java.time.Instant;
import java.util.Optional;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;

/** A risk window that was heard of, with what a question about it will need. */
record WatchedWindow(HeardWindow heard, Optional<Question> question) {

    /**
     * What the mentee would be asked about.
     *
     * @param since when the stretch began
     */
    record Question(Instant since, String why) {}

    static WatchedWindow first(RiskWindowId id, MenteeId mentee, Instant openedAt, Instant now) {
        return new WatchedWindow(
                new HeardWindow(
                        id,
                        mentee,
                        openedAt,
                        now,
                        Decision.WATCHED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
    }

    WatchedWindow opened(Instant at) {
        return with(at, heard.decision(), heard.decisionPoint(), heard.decidedAt(), heard.ending(), question);
    }

    WatchedWindow reached(DecisionPointReached point) {
        var asks = new Question(point.start(), point.why().sentence());
        return with(
                heard.openedAt(),
                heard.decision(),
                Optional.of(point.at()),
                heard.decidedAt(),
                heard.ending(),
                Optional.of(asks));
    }

    WatchedWindow decided(Decision next, Instant now) {
        return with(
                heard.openedAt(),
                heard.decision().become(next),
                heard.decisionPoint(),
                Optional.of(now),
                heard.ending(),
                question);
    }

    WatchedWindow ended(Ending how) {
        return with(
                heard.openedAt(),
                heard.decision(),
                heard.decisionPoint(),
                heard.decidedAt(),
                Optional.of(how),
                question);
    }

    private WatchedWindow with(
            Instant openedAt,
            Decision decision,
            Optional<Instant> decisionPoint,
            Optional<Instant> decidedAt,
            Optional<Ending> ending,
            Optional<Question> asks) {
        return new WatchedWindow(
                new HeardWindow(
                        heard.id(),
                        heard.mentee(),
                        openedAt,
                        heard.heardAt(),
                        decision,
                        decisionPoint,
                        decidedAt,
                        ending),
                asks);
    }
}
