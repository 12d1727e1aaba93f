package org.handrail.analytics.calibration;

import org.handrail.signals.MenteeId;

/**
 * A moment with its score and what somebody called it.
 *
 * @param score log-odds
 * @param weight how many it stands for: those who did not answer are like those who did
 */
public record Judged(MenteeId mentee, double score, boolean hard, double weight) {

    private static final double MOST_WEIGHT = 5;

    /** @param answerRate share of the questions of this kind that are answered, above 0 */
    public static double weight(double answerRate) {
        return Math.min(MOST_WEIGHT, 1 / answerRate);
    }
}
