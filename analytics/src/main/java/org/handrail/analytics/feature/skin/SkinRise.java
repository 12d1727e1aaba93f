package org.handrail.analytics.feature.skin;

/**
 * How far the skin conductance stands above what it was lately. Its level drifts over hours and differs tenfold between
 * people and sensors; against a running mean of the person's own last twenty minutes that drops out, and what a strain adds
 * stays. While a strained stretch is under way it is three times as slow to get used to it. The twenty minutes, and that the
 * first few count for less, are ours, from the development recordings.
 *
 * @param minutes known minutes so far
 * @param lately running mean of ln µS; NaN before the first
 */
public record SkinRise(double minutes, double lately) {

    private static final double SPAN = 20;
    private static final double SPAN_WHILE_STRAINED = 60;
    private static final double MINUTES_TO_TRUST = 4;

    public static final SkinRise START = new SkinRise(0, Double.NaN);

    /**
     * After a minute, and what that minute was.
     *
     * @param rise ln of the level over what it was lately, drawn towards 0 while little is known; NaN where the level is unknown
     */
    public record Advance(SkinRise next, double rise) {}

    /**
     * @param level µS; NaN where unknown
     * @param isStrained whether a strained stretch was under way when the minute began
     */
    public Advance over(double level, boolean isStrained) {
        if (Double.isNaN(level)) {
            return new Advance(this, Double.NaN);
        }
        double now = Math.log(level);
        if (minutes == 0) {
            return new Advance(new SkinRise(1, now), 0);
        }
        double rise = (now - lately) * minutes / (minutes + MINUTES_TO_TRUST);
        double share = Math.max(1 / (isStrained ? SPAN_WHILE_STRAINED : SPAN), 1 / (minutes + 1));
        return new Advance(new SkinRise(minutes + 1, lately + share * (now - lately)), rise);
    }
}
