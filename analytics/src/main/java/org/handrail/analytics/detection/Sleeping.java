package org.handrail.analytics.detection;

import org.handrail.analytics.Rhythm;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.feature.heart.BeatTrack;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.sleep.ReferenceCounts;
import org.handrail.analytics.sleep.SleepMinute;
import org.handrail.analytics.sleep.SleepTrack;

/** What a minute's features say about sleep. */
final class Sleeping {

    private static final int FIVE = 5;

    private Sleeping() {}

    /**
     * @param gate knows how much this wearer moves in the long run
     * @param beats up to the end of the minute
     */
    static SleepMinute minute(
            long startMs, MinuteFeatures features, MotionGate gate, BeatTrack beats, SleepTrack sleep) {
        double counts = ReferenceCounts.of(features.movement().mean(), Math.exp(gate.lnLow()), Math.exp(gate.lnHigh()));
        boolean endsFiveMinutes = Math.floorMod(startMs / RiskMethod.MINUTE_MS, FIVE) == FIVE - 1;
        boolean hasNightRmssd =
                endsFiveMinutes && sleep.mayBeAsleep() && features.variability().rhythm() != Rhythm.IRREGULAR;
        return new SleepMinute(
                startMs,
                features.wear(),
                counts,
                features.heart().heartRate(),
                hasNightRmssd ? beats.nightRmssd() : Double.NaN);
    }
}
