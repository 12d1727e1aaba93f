package org.handrail.analytics;

/**
 * The heart's variability over five minutes. What could not be had is NaN: all but the heart rate where the rhythm is
 * irregular, all but heart rate, RMSSD and SDNN where less than 80 % or fewer than 150 beats are covered, everything below
 * half. LF/HF is a description, not an index of stress. Definitions: science/SPEC.md (a).
 *
 * @param coverage share of the five minutes with accepted beats, 0 to 1
 * @param heartRate 60000 / mean NN, per minute
 * @param rmssd ms
 * @param sdnn ms
 */
public record HeartVariability(
        double coverage, Rhythm rhythm, double heartRate, double rmssd, double sdnn, Scatter scatter, Shape shape) {

    /**
     * How the intervals scatter.
     *
     * @param sdsd standard deviation of successive differences, ms
     * @param pnn20 successive differences above 20 ms, percent
     * @param pnn50 above 50 ms, percent
     * @param sd1 across the diagonal of the Poincaré plot, ms
     * @param sd2 along it, ms
     * @param cvsd RMSSD as a share of the mean interval
     */
    public record Scatter(double sdsd, double pnn20, double pnn50, double sd1, double sd2, double cvsd) {

        public static final Scatter UNKNOWN =
                new Scatter(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * What only a look at all intervals together tells.
     *
     * @param triangularIndex all intervals / those of the fullest bin of 1/128 s
     * @param stressIndex Baevsky's, 1/s²
     * @param sampleEntropy m = 2, r = 0.2 SD
     * @param dfaAlpha1 short-term scaling exponent, 4 to 16 beats
     */
    public record Shape(
            double triangularIndex, double stressIndex, BandPowers powers, double sampleEntropy, double dfaAlpha1) {

        public static final Shape UNKNOWN =
                new Shape(Double.NaN, Double.NaN, BandPowers.UNKNOWN, Double.NaN, Double.NaN);
    }

    /** Nothing but how much was covered, and perhaps the rate. */
    public static HeartVariability only(double coverage, Rhythm rhythm, double heartRate) {
        return new HeartVariability(
                coverage, rhythm, heartRate, Double.NaN, Double.NaN, Scatter.UNKNOWN, Shape.UNKNOWN);
    }

    public HeartVariability with(Shape known) {
        return new HeartVariability(coverage, rhythm, heartRate, rmssd, sdnn, scatter, known);
    }
}
