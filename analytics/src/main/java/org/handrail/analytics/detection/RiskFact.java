package org.handrail.analytics.detection;

import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.BaselineEstablished;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.Night;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.signals.Answer;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SignalFrame;

/** Something that the detection has found out and that must be written down. */
public sealed interface RiskFact {

    record MinuteClosed(MinuteRecord minute) implements RiskFact {}

    record Opened(RiskWindowOpened event) implements RiskFact {}

    /** A window has come to a moment at which the mentee may be asked. */
    record DecisionPoint(DecisionPointReached event) implements RiskFact {}

    record FellSilent(RiskWindowFellSilent event) implements RiskFact {}

    record Closed(RiskWindowClosed event) implements RiskFact {}

    /** A night that is over, or that is known better than when it was told first. */
    record Slept(Night night) implements RiskFact {}

    /** A check-in, once for each frame. */
    record Reported(SignalFrame frame, SelfReport report) implements RiskFact {}

    /** What is usual for the mentee is known well enough from here on. */
    record Established(BaselineEstablished event) implements RiskFact {}

    /** An answer, once for each frame. */
    record Answered(SignalFrame frame, Optional<UUID> nudge, Answer.Choice choice) implements RiskFact {}
}
