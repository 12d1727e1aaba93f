package org.handrail.analytics.risk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.Why.Term;
import org.handrail.signals.Answer;
import org.handrail.signals.SelfReport;

/**
 * What the mentee has said of late, and what it adds to the risk in log-odds: a craving or stress told in the last four hours,
 * fading; days without a word from somebody who usually gives one; days since the last wish for company. What people say weighs
 * more than their bodies (science/SPEC.md §0.3); the sizes are ours. Of two contradicting reports the later stands, whichever
 * comes first.
 *
 * @param craving level told last
 * @param stress level told last
 * @param reportMs time of the last report of either
 * @param usualGapH running mean of the hours between reports; NaN before the second
 * @param answerMs time of the last answer to a question
 * @param contactMs time of the last wish for company
 */
public record SaidLately(Level craving, Level stress, long reportMs, double usualGapH, long answerMs, long contactMs) {

    public static final long NEVER = Long.MIN_VALUE;

    public static final String CRAVING_SAID = "CRAVING_SAID";
    public static final String STRESS_SAID = "STRESS_SAID";
    public static final String UNANSWERED = "UNANSWERED";
    public static final String SINCE_CONTACT = "SINCE_CONTACT";

    /** From this level on a craving or stress is a hard one. */
    public static final int HARD_FROM = 7;

    private static final long FADES_OVER_MS = Duration.ofHours(4).toMillis();
    private static final long TEACHES_NOTHING_MS = Duration.ofHours(2).toMillis();
    private static final long LEFT_ALONE_MS = Duration.ofMinutes(60).toMillis();
    private static final int ORDINARY = 4;
    private static final double CRAVING_WEIGHT = 0.25;
    private static final double STRESS_WEIGHT = 0.15;
    private static final double MOST_RELIEF = -0.5;

    private static final double GAP_SHARE = 0.1;
    private static final double LEAST_APART_H = 0.5;
    private static final double LONGEST_GAP_H = 48;
    private static final double QUIET_AFTER_GAPS = 3;
    private static final double QUIET_AFTER_H = 24;
    private static final double PER_QUIET_DAY = 0.2;
    private static final double MOST_FOR_QUIET = 0.4;
    private static final double PER_DAY_ALONE = 0.02;
    private static final double MOST_FOR_ALONE = 0.3;
    private static final double HOUR_MS = 3_600_000;

    public static final SaidLately NOTHING = new SaidLately(Level.NONE, Level.NONE, NEVER, Double.NaN, NEVER, NEVER);

    /** What was told, and when. */
    public record Level(int level, long atMs) {
        private static final Level NONE = new Level(ORDINARY, NEVER);

        private Level orLater(int told, long toldMs) {
            return toldMs >= atMs ? new Level(told, toldMs) : this;
        }
    }

    /** Hears a check-in. Only craving and stress say something of the risk. */
    public SaidLately hear(SelfReport report, long atMs) {
        return switch (report.subject()) {
            case CRAVING -> reported(craving.orLater(report.level(), atMs), stress, atMs);
            case STRESS -> reported(craving, stress.orLater(report.level(), atMs), atMs);
            case MOOD, SLEEP_QUALITY -> this;
        };
    }

    private SaidLately reported(Level nowCraving, Level nowStress, long atMs) {
        double gapH = reportMs == NEVER ? Double.NaN : (atMs - reportMs) / HOUR_MS;
        double usual = usualGapH;
        if (gapH >= LEAST_APART_H) {
            double bounded = Math.min(gapH, LONGEST_GAP_H);
            usual = Double.isNaN(usual) ? bounded : usual + GAP_SHARE * (bounded - usual);
        }
        return new SaidLately(nowCraving, nowStress, Math.max(reportMs, atMs), usual, answerMs, contactMs);
    }

    /** Hears an answer, or a wish for company. */
    public SaidLately hear(Answer answer, long atMs) {
        long contact = answer.choice() == Answer.Choice.REACH_OUT ? Math.max(contactMs, atMs) : contactMs;
        return new SaidLately(craving, stress, reportMs, usualGapH, Math.max(answerMs, atMs), contact);
    }

    /** Whether the mentee has answered so lately that another question would be one too many. */
    public boolean wantsToBeLeftAlone(long nowMs) {
        return answerMs != NEVER && nowMs - answerMs < LEFT_ALONE_MS;
    }

    /** Whether a hard craving was told so lately that the minute is no measure of what is usual. */
    public boolean isInCraving(long nowMs) {
        return craving.atMs != NEVER && craving.level >= HARD_FROM && nowMs - craving.atMs < TEACHES_NOTHING_MS;
    }

    /** What all this adds to the risk at that time. */
    public List<Term> terms(long nowMs) {
        var terms = new ArrayList<Term>();
        add(terms, CRAVING_SAID, craving, CRAVING_WEIGHT, nowMs);
        add(terms, STRESS_SAID, stress, STRESS_WEIGHT, nowMs);
        double quietH = reportMs == NEVER ? 0 : (nowMs - reportMs) / HOUR_MS;
        if (quietH >= QUIET_AFTER_H && quietH >= QUIET_AFTER_GAPS * usualGapH) {
            double days = Math.floor(quietH / 24);
            terms.add(new Term(UNANSWERED, days, Math.min(MOST_FOR_QUIET, PER_QUIET_DAY * days)));
        }
        double daysAlone = contactMs == NEVER ? 0 : Math.floor((nowMs - contactMs) / HOUR_MS / 24);
        if (daysAlone >= 1) {
            terms.add(new Term(SINCE_CONTACT, daysAlone, Math.min(MOST_FOR_ALONE, PER_DAY_ALONE * daysAlone)));
        }
        return terms;
    }

    private static void add(List<Term> terms, String name, Level said, double weight, long nowMs) {
        double left = said.atMs == NEVER ? 0 : 1 - (double) (nowMs - said.atMs) / FADES_OVER_MS;
        if (left > 0) {
            double worth = Math.max(MOST_RELIEF, weight * (said.level - ORDINARY));
            terms.add(new Term(name, said.level, worth * Math.min(1, left)));
        }
    }
}
