package org.handrail.companion.clinicianpage;

import java.util.Optional;
import org.handrail.analytics.Night;

/**
 * The sleep that ended on a day, each figure with the known part of the night that it rests on.
 *
 * @param hours slept
 * @param efficiency slept of the time in bed, 0 to 1
 * @param heartRate resting, per minute
 * @param rmssd ms
 * @param teller who told it; empty without a night
 */
record NightTrend(Figure hours, Figure efficiency, Figure heartRate, Figure rmssd, String teller) {

    private static final double HOUR = 60;

    static NightTrend of(Optional<Night> night) {
        return night.map(NightTrend::of).orElseGet(() -> {
            var nothing = new Figure(Double.NaN, 0, 0);
            return new NightTrend(nothing, nothing, nothing, nothing, "");
        });
    }

    private static NightTrend of(Night night) {
        var amounts = night.amounts();
        long span = Math.round(Double.isNaN(amounts.inBed()) ? amounts.period() : amounts.inBed());
        long known = Math.round(amounts.coverage() * span);
        return new NightTrend(
                Figure.of(amounts.total() / HOUR, known, span),
                Figure.of(amounts.efficiency() / 100, known, span),
                Figure.of(night.heart().resting(), known, span),
                Figure.of(night.heart().rmssd(), known, span),
                switch (night.source()) {
                    case DEVICE -> "as the watch staged it";
                    case MOTION -> "estimated from lying still";
                });
    }
}
