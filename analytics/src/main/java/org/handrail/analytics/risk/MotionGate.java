package org.handrail.analytics.risk;

import java.util.Arrays;
import org.handrail.analytics.feature.MinuteFeatures;

/**
 * Tells when the body's work, and not the mind's, drives heart and skin: such a minute gives no likelihood at all.
 *
 * <p>A minute is active when more than half of its ten-second windows move more than p1 + 0.21 · (p99 − p1), where p1 and p99
 * are this wearer's long-run quantiles of movement (MD2K's rule, science/SPEC.md (d)), or when the heart runs far above its
 * usual while the wrist moves steadily, as on a bicycle. After activity the heart needs time to come down: 2 minutes after a
 * short one, 5 after five minutes, 15 after ten.
 *
 * @param lnLow logarithm of the running 1 % quantile of movement, ln g
 * @param lnHigh logarithm of the running 99 % quantile
 * @param activeMinutes active minutes in a row up to now
 * @param recoveryLeft minutes that are still given to recovery
 */
public record MotionGate(double lnLow, double lnHigh, int activeMinutes, int recoveryLeft) {

    /** Free-living wrists, as far as the development recordings show them. */
    public static final MotionGate START = new MotionGate(Math.log(0.002), Math.log(0.28), 0, 0);

    private static final double SHARE_OF_RANGE = 0.21;
    private static final double LEARNING_STEP = 0.02;
    private static final double LEAST_THRESHOLD = 0.03;
    private static final double STEADY_MOVEMENT = 0.012;
    private static final int STEADY_WINDOWS = 6;
    private static final double WORK_RAISES_HEART_BY = 4;

    /** What the gate says of a minute. */
    public enum Verdict {
        OPEN,
        ACTIVE,
        RECOVERING
    }

    /** The gate after a minute, and what it says of that minute. */
    public record Advance(MotionGate next, Verdict verdict) {}

    /** @param usualHeartRate personal level at this hour, per minute */
    public Advance over(MinuteFeatures minute, double usualHeartRate) {
        double[] windows = Arrays.stream(minute.movement().tenSeconds())
                .filter(movement -> !Double.isNaN(movement))
                .toArray();
        var learnt = learn(windows);
        if (isActive(windows) || isSteady(windows, minute.heart().heartRate() - usualHeartRate)) {
            return new Advance(
                    new MotionGate(learnt.lnLow, learnt.lnHigh, activeMinutes + 1, recoveryLeft), Verdict.ACTIVE);
        }
        int left = activeMinutes > 0 ? Math.max(recoveryLeft, recoveryAfter(activeMinutes)) : recoveryLeft;
        return left > 0
                ? new Advance(new MotionGate(learnt.lnLow, learnt.lnHigh, 0, left - 1), Verdict.RECOVERING)
                : new Advance(new MotionGate(learnt.lnLow, learnt.lnHigh, 0, 0), Verdict.OPEN);
    }

    private boolean isActive(double[] windows) {
        double low = Math.exp(lnLow);
        double threshold = Math.max(LEAST_THRESHOLD, low + SHARE_OF_RANGE * (Math.exp(lnHigh) - low));
        long moving =
                Arrays.stream(windows).filter(movement -> movement > threshold).count();
        return 2 * moving > windows.length;
    }

    /**
     * A wrist at rest is quite still between its gestures; one on a handlebar or a broom never is. Where the heart rate is
     * unknown, it may be work.
     */
    private static boolean isSteady(double[] windows, double aboveUsual) {
        return !(aboveUsual < WORK_RAISES_HEART_BY)
                && Arrays.stream(windows)
                                .filter(movement -> movement > STEADY_MOVEMENT)
                                .count()
                        >= STEADY_WINDOWS;
    }

    private static int recoveryAfter(int activeMinutes) {
        return activeMinutes >= 10 ? 15 : activeMinutes >= 5 ? 5 : 2;
    }

    /** Robbins–Monro steps towards the two quantiles, on the logarithm. */
    private MotionGate learn(double[] windows) {
        double low = lnLow;
        double high = lnHigh;
        for (double movement : windows) {
            double ln = Math.log(Math.max(movement, 1e-5));
            low += LEARNING_STEP * (ln < low ? -0.99 : 0.01);
            high += LEARNING_STEP * (ln < high ? -0.01 : 0.99);
        }
        return new MotionGate(low, high, activeMinutes, recoveryLeft);
    }
}
