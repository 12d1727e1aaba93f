package org.handrail.analytics.risk;

/**
 * How probable it is that this person is in a strained state now, from minute to minute: a forward filter with two states,
 * usual and strained. A person becomes strained about every hour and a half and stays so for about twelve minutes.
 *
 * <p>Minutes resemble each other, so that each tells less than it seems to: evidence counts by a share (tempering),
 * about (1 − ρ)/(1 + ρ) with the correlation ρ of neighbouring minutes. A minute without evidence lets the probability drift
 * towards its resting value. Definition: science/SPEC.md (e), {@code Hmm2}.
 *
 * @param probability of the strained state, above 0 and below 1
 */
public record TwoStateFilter(double probability) {

    private static final double BECOMES_STRAINED = 1.0 / 90;
    private static final double EASES = 1.0 / 12;
    private static final double NEVER_SURER_THAN = 1e-9;

    /** As long as nothing is known. */
    public static final TwoStateFilter START = new TwoStateFilter(0.1);

    /**
     * The state after a minute.
     *
     * @param evidence log-odds of the minute beyond what it would be without any sign; 0 or NaN where it says nothing
     * @param share of the evidence that counts, 0 to 1
     */
    public TwoStateFilter over(double evidence, double share) {
        double before = probability * (1 - EASES) + (1 - probability) * BECOMES_STRAINED;
        double counted = Double.isNaN(evidence) ? 0 : share * evidence;
        double after = LogOdds.toProbability(LogOdds.of(before) + counted);
        return new TwoStateFilter(Math.max(NEVER_SURER_THAN, Math.min(1 - NEVER_SURER_THAN, after)));
    }
}
