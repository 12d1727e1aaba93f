package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How fast this wearer's heart usually beats while awake: a running median of minutes that motion scores awake, the mean of
 * the first sixty and then 0.1 up or down with each minute that is above or below. A still wrist whose heart is not below it
 * is not asleep. This rule is ours: it is as lax as a rule can be that still sees a difference, because in withdrawal, fever
 * or after drink a sleeping heart hardly slows down, and a night that is lost costs more than a nap that was none.
 *
 * @param level per minute
 * @param minutes that taught it, up to the least that it is trusted with
 */
record WakingHeart(double level, int minutes) {

    static final WakingHeart UNKNOWN = new WakingHeart(0, 0);

    private static final int FIRST_MINUTES = 60;
    private static final int TRUSTED_MINUTES = 120;
    private static final double STEP = 0.1;
    private static final int LEAST_CELLS = 3;

    /** Learns from a minute awake; NaN teaches nothing. */
    WakingHeart learn(double heartRate) {
        if (Double.isNaN(heartRate)) {
            return this;
        }
        double next = minutes < FIRST_MINUTES
                ? level + (heartRate - level) / (minutes + 1)
                : level + STEP * Math.signum(heartRate - level);
        return new WakingHeart(next, Math.min(TRUSTED_MINUTES, minutes + 1));
    }

    /** Whether five-minute heart rates of a still wrist, NaN where unknown, rule out that it slept. */
    boolean rulesOutSleep(double[] heartRates) {
        double[] known = Arrays.stream(heartRates)
                .filter(rate -> !Double.isNaN(rate))
                .sorted()
                .toArray();
        return minutes >= TRUSTED_MINUTES && known.length >= LEAST_CELLS && known[known.length / 2] >= level;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(level);
        out.writeByte(minutes);
    }

    static WakingHeart read(DataInput in) throws IOException {
        return new WakingHeart(in.readDouble(), in.readUnsignedByte());
    }
}
