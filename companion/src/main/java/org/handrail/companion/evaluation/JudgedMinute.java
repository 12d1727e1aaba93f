package org.handrail.companion.evaluation;

import java.util.List;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.Why.Term;

/**
 * What the method said of sixty seconds, beside what the study says of them.
 *
 * @param label of the stretch that holds the minute's middle; empty where none does
 * @param isWhole whether the minute lies in that stretch from end to end
 * @param likelihood 0 to 1; NaN where the method says that it does not know
 * @param withoutAnySign what the likelihood would be where nothing speaks for strain or against it
 * @param evidence empty where the method does not know
 */
record JudgedMinute(
        String subject,
        String label,
        boolean isWhole,
        MinuteState state,
        double likelihood,
        double withoutAnySign,
        List<Term> evidence) {

    static final String STRESS = "stress";
    static final String REST = "rest";
    static final String EXERCISE = "exercise";
    static final String AFTER_EXERCISE = "post_exercise_rest";

    boolean is(String wanted) {
        return label.equals(wanted);
    }

    /** Whether it is scored: wholly stress, or wholly rest. */
    boolean isScored() {
        return isWhole && (is(STRESS) || is(REST));
    }

    boolean isKnown() {
        return !Double.isNaN(likelihood);
    }

    double likelihoodOrNoSign() {
        return isKnown() ? likelihood : withoutAnySign;
    }

    /** Whether it is known and in a risk window: what people hear of. */
    boolean isFlagged() {
        return state == MinuteState.STRAINED;
    }

    /** Whether its own likelihood is above the shipped threshold, risk window or not. */
    boolean isStrainedByItself() {
        return likelihood >= Detection.STRAINED_FROM_LIKELIHOOD;
    }
}
