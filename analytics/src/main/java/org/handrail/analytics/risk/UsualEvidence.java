package org.handrail.analytics.risk;

/**
 * What the evidence comes to in this person's ordinary minutes. Where it always speaks a little for strain, or never does,
 * that is the person and not the hour, and is taken off by and by. Definition: the person-level offset of science/SPEC.md (g),
 * learnt without labels.
 *
 * @param minutes known minutes so far, up to two weeks of them
 * @param mean of their log-odds
 */
public record UsualEvidence(double minutes, double mean) {

    private static final double MINUTES_TO_TRUST = 30;
    private static final double HORIZON = 1_200;

    public static final UsualEvidence START = new UsualEvidence(0, 0);

    /** @param logOdds of a minute, before the correction */
    public UsualEvidence over(double logOdds) {
        double next = Math.min(minutes + 1, HORIZON);
        return new UsualEvidence(next, mean + (logOdds - mean) / next);
    }

    /** What is to be added to a minute's log-odds, so that an ordinary minute says as much as one without any sign. */
    public double correction(double withoutAnySign) {
        return minutes / (minutes + MINUTES_TO_TRUST) * (withoutAnySign - mean);
    }
}
