package org.handrail.analytics.feature.skin;

/**
 * Which samples of skin conductance can be believed, by the rules of Kleckner et al. 2018 (IEEE Trans Biomed Eng 65:1460):
 * within 0.05 to 60 µS, and no change faster than 10 µS/s from one sample to the next; whatever lies within 5 s of a sample
 * that breaks a rule is excluded with it. A NaN is a sample that is missing: excluded, but no reason to doubt its neighbours.
 *
 * <p>Their fourth rule, skin between 30 and 40 °C, is loosened at its lower end to 24 °C. Of 1,002 minutes of seated people
 * with an Empatica E4 on the wrist (stress-predict) 28 % are below 30 °C: three of 18 people would be lost altogether and a
 * fourth for 82 % of the time. The coldest minute is at 26.5 °C; none of the 279 cold ones is below 0.05 µS. Cold skin is
 * drier (35 % of these minutes have a median below 0.25 µS, of the others 15 %), but that is measured by itself. Of 472
 * minutes of stress-exercise 2 % are below 30 °C. Above 40 °C only broken sensors were seen, at 200 °C; what neither a wrist
 * nor a room has says nothing, and counts as unknown.
 *
 * @param isUsable for each sample of the span
 * @param isWhole whether all of them are usable and none is missing between, as almost always
 * @param violationMs when a sample of the minute, or one before, last broke a rule; long ago for never
 */
record SkinValidity(boolean[] isUsable, boolean isWhole, long violationMs) {

    /** On both sides of a sample that breaks a rule, its end included. */
    private static final long SPREAD_MS = 5_000;

    private static final double LEAST = 0.05;
    private static final double MOST = 60;
    private static final double MOST_CHANGE_PER_S = 10;
    private static final double COLDEST_SKIN = 24;
    private static final double WARMEST_SKIN = 40;
    private static final double WARMEST_SENSOR = 45;

    /**
     * Judges a minute by what came before it and by what follows, whose violations reach back.
     *
     * @param lastUsable whether the sample before the minute was used
     * @param violationMs when a sample before the minute last broke a rule
     */
    static SkinValidity of(SkinSpan span, boolean lastUsable, long violationMs) {
        long[] timesMs = span.timesMs();
        double[] values = span.values();
        double perSecond = 1000 / span.spacingMs();
        var isUsable = new boolean[values.length];
        isUsable[0] = lastUsable;
        boolean isWhole = lastUsable;
        long violation = violationMs;
        long violationInMinute = violationMs;
        int violationAt = 0;
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            boolean isOutside = value < LEAST || value > MOST;
            boolean isJump = Math.abs(value - values[i - 1]) * perSecond > MOST_CHANGE_PER_S && span.follows(i);
            if (isOutside || isJump) {
                for (int j = i - 1; j > violationAt && timesMs[i] - timesMs[j] <= SPREAD_MS; j--) {
                    isUsable[j] = false;
                }
                violation = timesMs[i];
                violationAt = i;
                violationInMinute = i < span.end() ? violation : violationInMinute;
            }
            isUsable[i] = timesMs[i] - violation > SPREAD_MS && !Double.isNaN(value);
            isWhole &= isUsable[i] && span.follows(i);
        }
        return new SkinValidity(isUsable, isWhole, violationInMinute);
    }

    /** False where a known temperature (°C) is not that of a wrist; true where it is NaN or impossible. */
    static boolean isOnSkin(double temperature) {
        boolean isKnown = temperature <= WARMEST_SENSOR;
        return !isKnown || (temperature >= COLDEST_SKIN && temperature <= WARMEST_SKIN);
    }
}
