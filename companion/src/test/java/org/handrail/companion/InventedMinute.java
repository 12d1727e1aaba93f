package org.handrail.companion;

import java.time.Instant;
import java.util.List;
import org.handrail.analytics.HeartMinute;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.Rhythm;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.StreamMean;
import org.handrail.analytics.Wear;

/** A minute of a worn watch, as pages read it. */
public final class InventedMinute {

    private InventedMinute() {}

    public static MinuteRecord of(Instant start, MinuteState state) {
        return new MinuteRecord(
                start,
                state,
                Wear.WORN,
                new HeartMinute(1, 1, Rhythm.REGULAR, 70, 40, 60),
                HeartVariability.only(1, Rhythm.REGULAR, 70),
                new SkinMinute(2, 2, 0, 1, 0.1, 2, 1, 0, SkinEvidence.USABLE),
                new StreamMean(0.01, 1),
                new StreamMean(33, 1),
                0.3,
                List.of(),
                RiskScore.UNKNOWN);
    }
}
