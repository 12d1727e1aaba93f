package org.handrail.devicesim.physiology;

import java.util.Optional;
import org.handrail.signals.Sleep;

/**
 * What is so in a minute, whatever the device shows of it.
 *
 * @param stage of sleep, {@code AWAKE} included; empty out of bed
 * @param heartRate mean over the minute, per minute
 * @param rmssdMs of all its beats, lost ones included
 * @param hfMs2 power of the intervals between 0.15 and 0.40 Hz; NaN where the heart fibrillates
 * @param strain how far strain has built up, 0 to 1.3
 * @param craving 0 to 10
 * @param steps taken
 */
public record Truth(
        Activity activity,
        Optional<Sleep.Stage> stage,
        boolean worn,
        double heartRate,
        double rmssdMs,
        double hfMs2,
        double strain,
        double craving,
        int steps) {

    public boolean asleep() {
        return stage.filter(now -> now != Sleep.Stage.AWAKE).isPresent();
    }
}
