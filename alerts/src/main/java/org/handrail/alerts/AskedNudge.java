package org.handrail.alerts;

import java.time.Instant;
import java.util.Optional;
import org.handrail.signals.MenteeId;

/**
 * A nudge, as pages show it.
 *
 * @param why one plain sentence from the risk window
 * @param answeredAt when it was pressed
 */
public record AskedNudge(
        NudgeId id,
        MenteeId mentee,
        String why,
        Instant askedAt,
        Instant expiresAt,
        NudgeState state,
        Optional<Instant> answeredAt) {}
