package org.handrail.alerts.nudge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Where nudges are kept. */
interface NudgeRows {

    Optional<NudgeRow> find(NudgeId id);

    /** As it is now, and nobody else changes it before this transaction ends. */
    Optional<NudgeRow> lock(NudgeId id);

    /** The nudge about this risk window, held as {@link #lock} does. */
    Optional<NudgeRow> lockOf(RiskWindowId window);

    Optional<NudgeRow> openFor(MenteeId mentee);

    List<NudgeRow> historyFor(MenteeId mentee, TimeWindow window);

    Optional<Instant> lastAskedAt(MenteeId mentee);

    int askedSince(MenteeId mentee, Instant start);

    void insert(NudgeRow row, RiskWindowId window);

    void move(AskedNudge nudge, NudgeState next, Optional<Instant> answeredAt);

    /** False where it was sent before. */
    boolean sent(NudgeId nudge, Instant at);
}
