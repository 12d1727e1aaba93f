package org.handrail.companion.evaluation;

import org.handrail.analytics.MinuteState;

/**
 * What the method said of sixty seconds, beside what the study says of them.
 *
 * @param label of the stretch that holds the minute's middle; empty where none does
 * @param isWhole whether the minute lies in that stretch from end to end
 * @param likelihood 0 to 1; NaN where the method says that it does not know
 */
record JudgedMinute(String subject, String label, boolean isWhole, MinuteState state, double likelihood) {

    static final String STRESS = "stress";
    static final String REST = "rest";
    static final String EXERCISE = "exercise";
    static final String AFTER_EXERCISE = "post_exercise_rest";

    boolean is(String wanted) {
        return label.equals(wanted);
    }

    boolean isKnown() {
        return !Double.isNaN(likelihood);
    }

    boolean isFlagged() {
        return state == MinuteState.STRAINED;
    }
}
