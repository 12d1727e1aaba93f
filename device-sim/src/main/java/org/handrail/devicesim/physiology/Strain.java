package org.handrail.devicesim.physiology;

import org.handrail.signals.TimeWindow;

/**
 * A strained stretch that truly is one. At strength 1, once it has built up: heart rate 14 a minute higher, tonic skin
 * conductance 60 % higher, skin responses three times as frequent, RMSSD 30 % lower. Other strengths scale these. That is
 * stronger than a laboratory task (stress-predict: median 3.6 a minute and 24 % over whole tasks) and chosen so, because a
 * mentor is not called for an arithmetic test; the direction of each is that of the recordings and of the meta-analyses.
 *
 * @param strength 0.7 to 1.3, for rises of 10 to 18 a minute and 42 to 78 %
 */
public record Strain(TimeWindow window, double strength) {

    static final double HEART_RATE_RISE = 14;
    static final double CONDUCTANCE_GAIN = 0.6;
    static final double RESPONSES_GAIN = 2;
    static final double RMSSD_LOSS = 0.3;

    public Strain {
        if (!(strength >= 0.7 && strength <= 1.3)) {
            throw new IllegalArgumentException("The strength of a strain is 0.7 to 1.3");
        }
    }

    /** One of middle strength. */
    public static Strain during(TimeWindow window) {
        return new Strain(window, 1);
    }
}
