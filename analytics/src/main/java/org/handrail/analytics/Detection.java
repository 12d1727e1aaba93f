package org.handrail.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.handrail.analytics.detection.Detail;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/**
 * The detection of one mentee for whoever has the frames and no house: the method that lanes run, on frames that come in the
 * order of their samples, with nothing stored and without the figures by which nothing is decided. For judging it over weeks in
 * a second. One thread at a time.
 */
public final class Detection {

    /** The version of the method. */
    public static final String METHOD = RiskMethod.VERSION;

    /** A minute from this likelihood on counts as strained by itself. */
    public static final double STRAINED_FROM_LIKELIHOOD = StressEvidence.STRAINED_FROM;

    private final RiskMethod method;
    private final MenteeId mentee;
    private final Listener listener;
    private MenteeRun run;
    private long position;

    /** Hears what is found, in the order in which it is. */
    public interface Listener {

        default void closed(MinuteRecord minute) {}

        default void opened(RiskWindowOpened window) {}

        default void reached(DecisionPointReached point) {}

        default void fellSilent(RiskWindowFellSilent window) {}

        default void closed(RiskWindowClosed window) {}

        default void slept(Night night) {}

        default void answered(MenteeAnswered answer) {}
    }

    public Detection(MenteeId mentee, ZoneId zone, Listener listener) {
        this(EvidenceWeights.SHIPPED, mentee, zone, listener);
    }

    /** With other weights than the shipped ones. */
    public Detection(EvidenceWeights weights, MenteeId mentee, ZoneId zone, Listener listener) {
        this(new RiskMethod(weights, Detail.WHAT_DECIDES), mentee, zone, listener);
    }

    private Detection(RiskMethod method, MenteeId mentee, ZoneId zone, Listener listener) {
        this.method = method;
        this.mentee = mentee;
        this.listener = listener;
        this.run = MenteeRun.start(MenteeState.start(mentee, zone));
    }

    /** That takes no account of the body's work: shows, beside the method, what keeping such minutes unknown costs and spares. */
    public static Detection ungated(EvidenceWeights weights, MenteeId mentee, ZoneId zone, Listener listener) {
        return new Detection(new RiskMethod(weights, Detail.WHAT_DECIDES, false), mentee, zone, listener);
    }

    /** Takes a frame. One that was taken before changes nothing. */
    public void take(SignalFrame frame, Instant receivedAt) {
        var progress = run.take(new ArchivedFrame(++position, mentee, frame, receivedAt), method);
        run = progress.next();
        tell(listener, mentee, progress.facts(), receivedAt);
    }

    static void tell(Listener listener, MenteeId mentee, List<RiskFact> facts, Instant receivedAt) {
        for (RiskFact fact : facts) {
            if (fact instanceof RiskFact.MinuteClosed minute) {
                listener.closed(minute.minute());
            } else if (fact instanceof RiskFact.Opened opened) {
                listener.opened(opened.event());
            } else if (fact instanceof RiskFact.DecisionPoint point) {
                listener.reached(point.event());
            } else if (fact instanceof RiskFact.FellSilent silent) {
                listener.fellSilent(silent.event());
            } else if (fact instanceof RiskFact.Closed closed) {
                listener.closed(closed.event());
            } else if (fact instanceof RiskFact.Slept slept) {
                listener.slept(slept.night());
            } else if (fact instanceof RiskFact.Answered answered) {
                listener.answered(new MenteeAnswered(
                        mentee,
                        answered.nudge(),
                        answered.choice(),
                        answered.frame().sampledAt(),
                        receivedAt));
            }
        }
    }
}
