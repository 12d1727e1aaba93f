package org.handrail.analytics;

/**
 * Power of the NN series in the three bands of the field, in ms²: very low (to 0.04 Hz), low (0.04 to 0.15 Hz) and high
 * frequency (0.15 to 0.40 Hz). NaN is "unknown" and spreads to what is made of it. LF/HF is reported because readers ask for
 * it; it is no index of stress and is not weighed.
 */
public record BandPowers(double vlf, double lf, double hf) {

    public static final BandPowers UNKNOWN = new BandPowers(Double.NaN, Double.NaN, Double.NaN);

    /** LF divided by HF; NaN where there is no power in either. */
    public double lfHf() {
        return lf / hf;
    }

    /** LF as a share of LF and HF, in percent. */
    public double lfNormalised() {
        return 100 * lf / (lf + hf);
    }

    /** HF as a share of LF and HF, in percent. */
    public double hfNormalised() {
        return 100 * hf / (lf + hf);
    }

    /** Power of the three bands together, in ms². */
    public double total() {
        return vlf + lf + hf;
    }
}
