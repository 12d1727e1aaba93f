package org.handrail.analytics;

/**
 * Skin conductance of one minute. A figure that the minute cannot give is NaN, never zero.
 *
 * @param level median, µS
 * @param mean µS
 * @param slope by least squares, µS per minute
 * @param responses how many had their peak in the minute
 * @param amplitudeSum sum of their amplitudes, µS
 * @param halfRecoveryS mean time from peak to half recovery, of the responses that reached it in the minute, seconds
 * @param coverage share of the minute that usable samples cover, 0 to 1
 * @param excluded samples that came and are not used
 */
public record SkinMinute(
        double level,
        double mean,
        double slope,
        double responses,
        double amplitudeSum,
        double halfRecoveryS,
        double coverage,
        int excluded,
        SkinEvidence evidence) {

    /** A minute of which no figure is known. */
    public static SkinMinute unknown(double coverage, int excluded, SkinEvidence evidence) {
        double nan = Double.NaN;
        return new SkinMinute(nan, nan, nan, nan, nan, nan, coverage, excluded, evidence);
    }

    /** Slope as a share of the level, per minute. */
    public double relativeSlope() {
        return slope / level;
    }

    /** ln(1 + sum of amplitudes). */
    public double lnAmplitudeSum() {
        return Math.log1p(amplitudeSum);
    }
}
