package org.handrail.analytics.risk;

import org.handrail.analytics.Why.Term;
import org.handrail.signals.Answer;

/**
 * How this person has answered when asked: the person-level offset of science/SPEC.md (g), shrunk n/(n+20). Whoever keeps saying
 * "I'm okay" is asked less, whoever keeps saying that it is rough, sooner, each by 1 in log-odds at most: nobody is ever
 * given up on. The last sixty answers or so count.
 *
 * @param hard answers that it was a hard stretch
 * @param okay answers that it was not
 */
public record AnswersSoFar(double hard, double okay) {

    public static final String ANSWERS = "ANSWERS";
    public static final AnswersSoFar NONE = new AnswersSoFar(0, 0);

    private static final double ANSWERS_TO_TRUST = 20;
    private static final double MOST = 1;
    private static final double KEPT = 1 - 1.0 / 60;

    public AnswersSoFar hear(Answer answer) {
        if (answer.nudge().isEmpty()) {
            return this;
        }
        boolean isHard = answer.choice() != Answer.Choice.OKAY;
        return new AnswersSoFar(hard * KEPT + (isHard ? 1 : 0), okay * KEPT + (isHard ? 0 : 1));
    }

    /** What it adds to the risk in log-odds, with the share of hard answers. */
    public Term term() {
        double answers = hard + okay;
        double share = (hard + 1) / (answers + 2);
        double shift = answers / (answers + ANSWERS_TO_TRUST) * LogOdds.of(share);
        return new Term(ANSWERS, share, Math.max(-MOST, Math.min(MOST, shift)));
    }
}
