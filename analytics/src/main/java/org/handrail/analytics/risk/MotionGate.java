package org.handrail.analytics.risk;

import java.util.Arrays;
import org.handrail.analytics.feature.MinuteFeatures;

/**
 * Tells when the body's work, and not the mind's, drives heart and skin: such a minute gives no likelihood at all.
 *
 * <p>A minute is active when more than half of its ten-second windows move more than p1 + 0.21 · (p99 − p1), where p1 and p99
 * are this wearer's long-run quantiles of movement (MD2K's rule, science/SPEC.md (d)), or when, for the second minute in a row,
 * the wrist is never still and the heart faster than usual, as on a bicycle. Where the heart is far faster, one minute with
 * little stillness is enough; where it is not faster, the third in a row is, for a heart rate reads low under hard pedalling.
 *
 * <p>After activity the heart needs time to come down: 2 minutes after a short one, 5 after five minutes, 15 after ten of hard
 * work. A wrist that was merely never still is no work to recover from, unless the heart said so. Where less than six minutes
 * are left, a heart that is down already ends the wait.
 *
 * @param lnLow logarithm of the running 1 % quantile of movement, ln g
 * @param lnHigh logarithm of the running 99 % quantile
 * @param restlessMinutes minutes in a row up to now in which the wrist was never still
 * @param activeMinutes active minutes in a row up to now that want recovery
 * @param hardMinutes those of them with the heart far above its usual
 * @param recoveryLeft minutes that are still given to recovery
 */
public record MotionGate(
        double lnLow, double lnHigh, int restlessMinutes, int activeMinutes, int hardMinutes, int recoveryLeft) {

    /** Free-living wrists, as far as the development recordings show them. */
    public static final MotionGate START = new MotionGate(Math.log(0.002), Math.log(0.28), 0, 0, 0, 0);

    private static final double SHARE_OF_RANGE = 0.21;
    private static final double LEARNING_STEP = 0.02;
    private static final double LEAST_THRESHOLD = 0.03;

    private static final double LEAST_RESTLESS_MOVEMENT = 0.012;
    private static final int RESTLESS_WINDOWS = 6;
    private static final int RESTLESS_WINDOWS_IN_HARD_WORK = 4;
    private static final int RESTLESS_UNTIL_ACTIVE = 2;
    private static final int RESTLESS_UNTIL_ACTIVE_WHATEVER_THE_HEART = 3;
    private static final int RESTLESS_UNTIL_WORK = 3;
    private static final double WORK_RAISES_HEART_BY = 4;
    private static final double HARD_WORK_RAISES_HEART_BY = 20;

    private static final int LONG_MINUTES = 5;
    private static final int LONG_HARD_MINUTES = 10;
    private static final int SHORT_RECOVERY = 2;
    private static final int LONG_RECOVERY = 5;
    private static final int HARD_RECOVERY = 15;

    /** What the gate says of a minute. */
    public enum Verdict {
        OPEN,
        ACTIVE,
        RECOVERING
    }

    /** The gate after a minute, and what it says of that minute. */
    public record Advance(MotionGate next, Verdict verdict) {}

    /**
     * What is usual for the person at this hour.
     *
     * @param heartRate per minute
     * @param movement g
     */
    public record Usual(double heartRate, double movement) {}

    public Advance over(MinuteFeatures minute, Usual usual) {
        double[] windows = Arrays.stream(minute.movement().tenSeconds())
                .filter(movement -> !Double.isNaN(movement))
                .toArray();
        double above = minute.heart().heartRate() - usual.heartRate;
        int restless = isRestless(windows, above, usual.movement) ? restlessMinutes + 1 : 0;
        var learnt = learn(windows).restless(restless);
        boolean moves = isActive(windows);
        // Where the heart rate is unknown, it may be work.
        boolean isHard = !(above < HARD_WORK_RAISES_HEART_BY);
        if (!moves && restless < restlessUntilActive(above)) {
            return learnt.rest(above);
        }
        boolean isWork = moves || isHard && restless >= RESTLESS_UNTIL_WORK;
        return new Advance(learnt.worked(isWork, isHard), Verdict.ACTIVE);
    }

    /** A heart rate that reads too low, as under hard pedalling, delays the gate and does not keep it open. */
    private static int restlessUntilActive(double above) {
        if (!(above < HARD_WORK_RAISES_HEART_BY)) {
            return 1;
        }
        return above < WORK_RAISES_HEART_BY ? RESTLESS_UNTIL_ACTIVE_WHATEVER_THE_HEART : RESTLESS_UNTIL_ACTIVE;
    }

    private MotionGate worked(boolean isWork, boolean isHard) {
        return new MotionGate(
                lnLow,
                lnHigh,
                restlessMinutes,
                activeMinutes + (isWork ? 1 : 0),
                hardMinutes + (isWork && isHard ? 1 : 0),
                recoveryLeft);
    }

    private Advance rest(double above) {
        int given = activeMinutes > 0 ? Math.max(recoveryLeft, recovery()) : recoveryLeft;
        int left = given <= LONG_RECOVERY && above < WORK_RAISES_HEART_BY ? 0 : given;
        return left > 0
                ? new Advance(new MotionGate(lnLow, lnHigh, restlessMinutes, 0, 0, left - 1), Verdict.RECOVERING)
                : new Advance(new MotionGate(lnLow, lnHigh, restlessMinutes, 0, 0, 0), Verdict.OPEN);
    }

    private int recovery() {
        if (hardMinutes >= LONG_HARD_MINUTES) {
            return HARD_RECOVERY;
        }
        return activeMinutes >= LONG_MINUTES ? LONG_RECOVERY : SHORT_RECOVERY;
    }

    private boolean isActive(double[] windows) {
        double low = Math.exp(lnLow);
        double threshold = Math.max(LEAST_THRESHOLD, low + SHARE_OF_RANGE * (Math.exp(lnHigh) - low));
        long moving =
                Arrays.stream(windows).filter(movement -> movement > threshold).count();
        return 2 * moving > windows.length;
    }

    /** A wrist at rest is quite still between its gestures; one on a handlebar or a broom never is. */
    private static boolean isRestless(double[] windows, double above, double usualMovement) {
        double threshold = Math.max(LEAST_RESTLESS_MOVEMENT, usualMovement);
        return Arrays.stream(windows).filter(movement -> movement > threshold).count()
                >= (above < HARD_WORK_RAISES_HEART_BY ? RESTLESS_WINDOWS : RESTLESS_WINDOWS_IN_HARD_WORK);
    }

    /** After a pause that nobody saw. */
    public MotionGate afterPause() {
        return new MotionGate(lnLow, lnHigh, 0, 0, 0, 0);
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
        return new MotionGate(low, high, restlessMinutes, activeMinutes, hardMinutes, recoveryLeft);
    }

    private MotionGate restless(int minutes) {
        return new MotionGate(lnLow, lnHigh, minutes, activeMinutes, hardMinutes, recoveryLeft);
    }
}
