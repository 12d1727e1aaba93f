package org.handrail.analytics.detection;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handrail.analytics.Night;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.budget.Asking;
import org.handrail.analytics.risk.AnswersSoFar;
import org.handrail.analytics.risk.HardHours;
import org.handrail.analytics.risk.LogOdds;
import org.handrail.analytics.risk.NightsBehind;
import org.handrail.analytics.risk.SaidLately;
import org.handrail.analytics.risk.TwoStateFilter;
import org.handrail.signals.Answer;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SignalFrame;

/**
 * What the risk is made of, beyond the minute: how probable a strained state is, what was said, when it is usually hard, how the
 * nights were, and when to ask. The score is the sum of all in log-odds, each term kept (science/SPEC.md (g)).
 *
 * @param asleepMinutes minutes in a row up to now that look like sleep
 */
public record RiskMemory(
        TwoStateFilter strain,
        SaidLately said,
        HardHours hardHours,
        AnswersSoFar answers,
        NightsBehind nights,
        int asleepMinutes,
        Asking asking) {

    /** The name of the term for the strained state. */
    static final String STRAIN = "STRAIN";

    /** The evidence of neighbouring minutes counts half: they resemble each other (tempering, science/SPEC.md (e)). */
    private static final double SHARE_OF_EVIDENCE = 0.5;

    /** Quiet sitting looks like sleep for a while, but not for this long. */
    private static final int MINUTES_UNTIL_ASLEEP = 30;

    public static final RiskMemory NONE = new RiskMemory(
            TwoStateFilter.START,
            SaidLately.NOTHING,
            HardHours.NONE,
            AnswersSoFar.NONE,
            NightsBehind.NONE,
            0,
            Asking.START);

    /** Hears what the mentee said in the minute that closes. */
    RiskMemory hear(SignalFrame frame, ZonedDateTime local) {
        long atMs = frame.sampledAt().toEpochMilli();
        if (frame.content() instanceof Answer answer) {
            return with(said.hear(answer, atMs), hardHours, answers.hear(answer));
        }
        if (frame.content() instanceof SelfReport report) {
            boolean teaches =
                    report.subject() == SelfReport.Subject.CRAVING || report.subject() == SelfReport.Subject.STRESS;
            boolean isHard = report.level() >= SaidLately.HARD_FROM;
            var hours = teaches ? hardHours.learn(isHard, local.getHour(), local.getDayOfWeek()) : hardHours;
            return with(said.hear(report, atMs), hours, answers);
        }
        return this;
    }

    RiskMemory sleptThrough(List<Night> told) {
        var known = nights;
        for (var night : told) {
            known = known.over(night);
        }
        return new RiskMemory(strain, said, hardHours, answers, known, asleepMinutes, asking);
    }

    /**
     * The strained state after a minute.
     *
     * @param likelihood NaN where the minute is unknown
     */
    RiskMemory over(double likelihood, boolean looksAsleep) {
        return new RiskMemory(
                strain.over(LogOdds.of(likelihood), SHARE_OF_EVIDENCE),
                said,
                hardHours,
                answers,
                nights,
                looksAsleep ? asleepMinutes + 1 : 0,
                asking);
    }

    RiskMemory with(Asking now) {
        return new RiskMemory(strain, said, hardHours, answers, nights, asleepMinutes, now);
    }

    /** After a pause that nobody saw: of the state nothing is known, of the person everything. */
    RiskMemory afterPause() {
        var rested = new Asking(asking.budget(), 0, false);
        return new RiskMemory(TwoStateFilter.START, said, hardHours, answers, nights, 0, rested);
    }

    /** The score at the end of a known minute. */
    RiskScore score(Instant end, ZonedDateTime local) {
        var terms = new ArrayList<Term>();
        terms.add(new Term(STRAIN, strain.probability(), LogOdds.of(strain.probability())));
        terms.add(hardHours.term(local.getHour(), local.getDayOfWeek()));
        terms.add(answers.term());
        terms.addAll(nights.terms(end));
        terms.addAll(said.terms(end.toEpochMilli()));
        terms.removeIf(term -> term.logOdds() == 0);
        terms.sort(Comparator.comparingDouble((Term term) -> -Math.abs(term.logOdds()))
                .thenComparing(Term::feature));
        return new RiskScore(terms.stream().mapToDouble(Term::logOdds).sum(), terms);
    }

    /** Whether a question could be taken in: awake, and not just answered. */
    boolean isReceptive(Instant now) {
        return asleepMinutes < MINUTES_UNTIL_ASLEEP && !said.wantsToBeLeftAlone(now.toEpochMilli());
    }

    private RiskMemory with(SaidLately nowSaid, HardHours nowHours, AnswersSoFar nowAnswers) {
        return new RiskMemory(strain, nowSaid, nowHours, nowAnswers, nights, asleepMinutes, asking);
    }
}
