package org.handrail.alerts.nudge;

import java.time.Instant;
import java.util.Optional;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.SilenceMeans;

/**
 * A nudge with what the ladder will need of it.
 *
 * @param silenceMeans as the plan said when it was asked
 * @param since when the stretch began
 */
record NudgeRow(
        AskedNudge asked, SilenceMeans silenceMeans, Instant since, Instant worthUntil, Optional<Instant> sentAt) {}
