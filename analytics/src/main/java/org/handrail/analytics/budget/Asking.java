package org.handrail.analytics.budget;

/**
 * When a mentee is asked about a risk window: in the first minute of it in which the risk reaches this person's threshold, the
 * budget allows a question, and the mentee can take one in. A window that has waited half an hour for the mentee to be
 * receptive is dropped, which costs the budget nothing. One question for each window.
 *
 * @param heldMinutes minutes since a question about the open window was first held
 * @param isSettled whether the open window was asked about or dropped
 */
public record Asking(AlertBudget budget, int heldMinutes, boolean isSettled) {

    private static final int LONGEST_HOLD_MINUTES = 30;

    /**
     * At most two questions a day, ninety minutes apart, in the long run two in three days; and never where usual is likelier
     * than strained. With those, fewer than one prompt a week to a mentor turns out needless in simulated lives
     * (docs/evaluation.md).
     */
    static final AlertBudget.Settings SETTINGS = new AlertBudget.Settings(0.7, 900, 0.4, 0, 2, 90, 0, 5);

    public static final Asking START = new Asking(AlertBudget.start(SETTINGS), 0, false);

    /**
     * A closed minute.
     *
     * @param minute counted through, whatever the clock on the wall does
     * @param localDay number of the local day
     * @param score log-odds of risk; NaN where the minute is unknown
     * @param isInWindow whether a risk window is open
     * @param isReceptive whether the mentee can take a question in
     */
    public record Moment(long minute, long localDay, double score, boolean isInWindow, boolean isReceptive) {}

    /** After a minute, and whether it is the one to ask in. */
    public record Advance(Asking next, boolean asks) {}

    public Advance over(Moment moment) {
        boolean isCandidate = moment.isInWindow && !isSettled;
        boolean isEligible = moment.isInWindow || moment.isReceptive;
        double score = isCandidate ? moment.score : Double.NEGATIVE_INFINITY;
        var step = budget.over(
                SETTINGS,
                moment.minute,
                moment.localDay,
                isEligible && !Double.isNaN(moment.score) ? score : Double.NaN,
                moment.isReceptive);
        boolean asks = step.verdict() == AlertBudget.Verdict.ASK;
        boolean isHeld = heldMinutes > 0 || step.verdict() == AlertBudget.Verdict.HELD;
        int held = moment.isInWindow && isHeld ? heldMinutes + 1 : 0;
        boolean settled = moment.isInWindow && (isSettled || asks || held >= LONGEST_HOLD_MINUTES);
        return new Advance(new Asking(step.next(), held, settled), asks);
    }
}
