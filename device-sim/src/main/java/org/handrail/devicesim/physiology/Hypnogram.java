package org.handrail.devicesim.physiology;

import static org.handrail.signals.Sleep.Stage.AWAKE;
import static org.handrail.signals.Sleep.Stage.DEEP;
import static org.handrail.signals.Sleep.Stage.LIGHT;
import static org.handrail.signals.Sleep.Stage.REM;

import java.util.SplittableRandom;
import org.handrail.signals.Sleep;

/**
 * Stages of a night: some minutes to fall asleep, then cycles of an hour and a half with deep sleep early and REM late, and
 * a few short awakenings. Shares and lengths are chosen after the textbook picture of a healthy adult.
 */
final class Hypnogram {

    private Hypnogram() {}

    /** Fills the stages from bedtime to the end. */
    static void fill(Sleep.Stage[] stages, int bed, SplittableRandom random) {
        int asleep = bed + random.nextInt(6, 20);
        int cycle = random.nextInt(84, 100);
        for (int at = asleep; at < stages.length; at++) {
            int number = (at - asleep) / cycle;
            stages[at] = stage(number, (at - asleep) % cycle / (double) cycle);
        }
        int awakenings = random.nextInt(2, 6);
        for (int i = 0; i < awakenings && stages.length - asleep > 60; i++) {
            int from = random.nextInt(asleep + 30, stages.length - 10);
            int to = from + random.nextInt(1, 6);
            for (int at = from; at < to; at++) {
                stages[at] = AWAKE;
            }
        }
    }

    private static Sleep.Stage stage(int cycle, double place) {
        double deep = Math.max(0, 0.38 - 0.11 * cycle);
        double rem = Math.min(0.35, 0.08 + 0.07 * cycle);
        if (place < 0.18) {
            return LIGHT;
        }
        if (place < 0.18 + deep) {
            return DEEP;
        }
        return place < 1 - rem ? LIGHT : REM;
    }
}
