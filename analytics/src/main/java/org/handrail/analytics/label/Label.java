package org.handrail.analytics.label;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;

/**
 * One word of one person, beside what the method said then. Its id is made of what was said, so the same word told twice is
 * one.
 *
 * @param nudge the question that it answers, or that led to it
 * @param window the risk window that it belongs to
 * @param score log-odds of the last minute before; NaN where none was known
 */
record Label(
        UUID id,
        MenteeId mentee,
        Said said,
        Instant at,
        Optional<UUID> nudge,
        Optional<RiskWindowId> window,
        double score) {

    static Label of(
            MenteeId mentee, Said said, Instant at, Optional<UUID> nudge, Optional<RiskWindowId> window, double score) {
        var stored = at.truncatedTo(ChronoUnit.MICROS);
        String name = mentee + "/" + said.subject() + "/" + said.word() + "/" + stored;
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Label(id, mentee, said, stored, nudge, window, score);
    }
}
