package org.handrail.devicesim.physiology;

/**
 * All skin conductance responses that still last, sample by sample. Each has the shape of Bateman's function
 * {@code exp(-t/2.0) - exp(-t/0.75)} with its peak at its size (the time constants of cvxEDA, Greco 2016: 0.7 and 2 s). The
 * exponentials of all of them fade alike, so two sums stand for any number of responses.
 */
final class SkinResponseSum {

    private static final double FALL_S = 2.0;
    private static final double RISE_S = 0.75;
    private static final double PEAK = peak();

    private static final double STEP_S = 1.0 / SkinConductance.PER_SECOND;
    private static final double FALL_KEPT = StrictMath.exp(-STEP_S / FALL_S);
    private static final double RISE_KEPT = StrictMath.exp(-STEP_S / RISE_S);

    private double fall;
    private double rise;

    /** @param since seconds from its onset to the next sample */
    void begin(double microsiemens, double since) {
        fall += microsiemens / PEAK * StrictMath.exp(-since / FALL_S);
        rise += microsiemens / PEAK * StrictMath.exp(-since / RISE_S);
    }

    /** The next sample, in µS. */
    double next() {
        double sum = fall - rise;
        fall *= FALL_KEPT;
        rise *= RISE_KEPT;
        return sum;
    }

    private static double peak() {
        double at = StrictMath.log(FALL_S / RISE_S) / (1 / RISE_S - 1 / FALL_S);
        return StrictMath.exp(-at / FALL_S) - StrictMath.exp(-at / RISE_S);
    }
}
