package org.handrail.devicesim.physiology;

import org.handrail.signals.TimeWindow;

/**
 * A stretch in which craving truly comes up. At strength 1, once it has built up, it is 6 of 10 above what is usual for the
 * wearer. The body shows little of it: with middling strength about a quarter of the heart rate's own spread, four tenths of the
 * skin's and a quarter of its temperature's, downwards, which are the effect sizes of cue-reactivity studies (Carter and
 * Tiffany 1999: +0.26, +0.40, −0.24).
 *
 * @param strength 0.3 to 1
 */
public record Craving(TimeWindow window, double strength) {

    static final double LEVEL_RISE = 6;
    static final double HEART_RATE_RISE = 0.9;
    static final double CONDUCTANCE_GAIN = 0.12;
    static final double TEMPERATURE_FALL = 0.09;

    public Craving {
        if (!(strength >= 0.3 && strength <= 1)) {
            throw new IllegalArgumentException("The strength of a craving is 0.3 to 1");
        }
    }
}
