package org.handrail.analytics.feature.skin;

/**
 * A causal Butterworth filter of second order, streaming; bilinear transform with prewarping, direct form II transposed,
 * begun in the steady state of the first sample. For comparison with tools that split skin conductance at 0.05 Hz into
 * tonic (low pass) and phasic (high pass); any unit, out as in. A NaN makes all that follow NaN: begin anew after a gap.
 *
 * <p>What it gives is no evidence. The tools filter the whole recording forwards and backwards; on five recordings this
 * causal copy correlates only 0.50 to 0.83 with theirs (science/SPEC.md (b)).
 *
 * <p>Formula, with K = tan(π·fc/fs) and d = 1 + √2·K + K²: low pass b = (K², 2K², K²)/d, high pass b = (1, −2, 1)/d,
 * a = (1, 2(K²−1)/d, (1−√2·K+K²)/d). Oppenheim &amp; Schafer, Discrete-Time Signal Processing, 7.1.
 */
public final class ButterworthFilter {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double first;
    private double second;
    private boolean begun;

    private ButterworthFilter(double cutoffHz, double rateHz, boolean isLow) {
        double k = Math.tan(Math.PI * cutoffHz / rateHz);
        double d = 1 + Math.sqrt(2) * k + k * k;
        b0 = (isLow ? k * k : 1) / d;
        b1 = isLow ? 2 * k * k / d : -2 / d;
        b2 = b0;
        a1 = 2 * (k * k - 1) / d;
        a2 = (1 - Math.sqrt(2) * k + k * k) / d;
    }

    public static ButterworthFilter lowPass(double cutoffHz, double rateHz) {
        return new ButterworthFilter(cutoffHz, rateHz, true);
    }

    public static ButterworthFilter highPass(double cutoffHz, double rateHz) {
        return new ButterworthFilter(cutoffHz, rateHz, false);
    }

    /** b0, b1, b2, a1, a2; a0 is 1. */
    public double[] coefficients() {
        return new double[] {b0, b1, b2, a1, a2};
    }

    /** The output for the next sample. */
    public double next(double sample) {
        if (!begun) {
            double steady = (b0 + b1 + b2) / (1 + a1 + a2) * sample;
            second = b2 * sample - a2 * steady;
            first = b1 * sample - a1 * steady + second;
            begun = true;
        }
        double out = b0 * sample + first;
        first = b1 * sample - a1 * out + second;
        second = b2 * sample - a2 * out;
        return out;
    }
}
