package org.handrail.analytics.detection;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;

/** Names risk windows by mentee and start, so that a replay finds the same id again. */
final class WindowIds {

    private WindowIds() {}

    static RiskWindowId of(MenteeId mentee, long startMs) {
        String name = mentee + "@" + startMs;
        return new RiskWindowId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
