package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.Prompt;
import org.handrail.signals.TimeWindow;

/** What lives came to, in numbers that can be added up. */
final class Score {

    /** How far a question or a prompt may lie from a hard stretch and still be for it. */
    static final Duration MARGIN = Duration.ofMinutes(30);

    static final int QUARTERS = 4;

    double weeks;
    int stretches;
    int found;
    final List<Long> delaysS = new ArrayList<>();
    int cravings;
    int cravingsFound;
    final Map<Unknowable, Integer> unknowable = new EnumMap<>(Unknowable.class);
    int windows;
    int needlessWindows;
    final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    int asked;
    int silence;
    int needlessPrompts;
    int needlessNudges;
    int decisionPoints;
    final int[] nudgesByQuarter = new int[QUARTERS];
    int afterEasing;
    int stale;
    int lost;
    int doubled;
    int budgetExceeded;
    double minutes;
    long knownMinutes;
    final Reliability reliability = new Reliability();

    static Score of(EventTime.Outcome outcome, AlertsSettings settings) {
        var score = new Score();
        var lived = outcome.lived();
        score.weeks = weeksOf(lived.life());
        score.minutes = lived.life().span().length().toMinutes();
        score.knownMinutes = outcome.minutes().known();
        score.reliability.add(outcome.minutes().reliability());
        score.addStretches(lived);
        score.addWindows(lived);
        score.addAlerts(lived, new Promises(lived, settings));
        return score;
    }

    /** By the clock on the wall: a week in which clocks change is a week. */
    private static double weeksOf(Life life) {
        var zone = life.settings().zone();
        var passed = Duration.between(
                LocalDateTime.ofInstant(life.span().start(), zone),
                LocalDateTime.ofInstant(life.span().end(), zone));
        return passed.toMinutes() / (double) Duration.ofDays(7).toMinutes();
    }

    private void addStretches(Lived lived) {
        var knowing = new Knowing(lived.life(), lived.life().wearer());
        for (TimeWindow stretch : lived.life().strained()) {
            var kept = knowing.keptBy(stretch);
            kept.ifPresent(reason -> unknowable.merge(reason, 1, Integer::sum));
            if (kept.isEmpty()) {
                stretches++;
                var delay = delayOf(stretch, lived);
                found += delay.isPresent() ? 1 : 0;
                delay.ifPresent(one -> delaysS.add(one.toSeconds()));
            }
        }
        for (TimeWindow stretch : lived.life().craving()) {
            if (knowing.keptBy(stretch).isEmpty()) {
                cravings++;
                cravingsFound += delayOf(stretch, lived).isPresent() ? 1 : 0;
            }
        }
    }

    /** From onset to the first window that is open during the stretch and opened before its end; never negative. */
    private static Optional<Duration> delayOf(TimeWindow stretch, Lived lived) {
        return lived.windows().stream()
                .filter(window -> spanOf(window, lived).overlaps(stretch))
                .filter(window -> window.openedAt().isBefore(stretch.end()))
                .findFirst()
                .map(window -> Duration.between(stretch.start(), window.openedAt()))
                .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
    }

    private void addWindows(Lived lived) {
        windows += lived.windows().size();
        needlessWindows += (int) lived.windows().stream()
                .map(window -> spanOf(window, lived))
                .filter(span -> !touchesSomething(span, lived.life()))
                .count();
        decisionPoints += (int) lived.windows().stream()
                .filter(window -> window.decisionPoint().isPresent())
                .count();
        lived.heard().forEach(heard -> decisions.merge(heard.decision(), 1, Integer::sum));
    }

    private void addAlerts(Lived lived, Promises promises) {
        for (Prompt prompt : promises.prompts()) {
            boolean isAsked = prompt.cause() == Cause.ASKED_FOR_COMPANY;
            asked += isAsked ? 1 : 0;
            silence += isAsked ? 0 : 1;
            needlessPrompts += !isAsked && !isNearSomething(prompt.raisedAt(), lived.life()) ? 1 : 0;
        }
        for (AskedNudge nudge : lived.nudges()) {
            needlessNudges += isNearSomething(nudge.askedAt(), lived.life()) ? 0 : 1;
            nudgesByQuarter[quarterOf(nudge.askedAt(), lived.life().span())]++;
        }
        afterEasing += promises.afterEasing();
        stale += promises.stale();
        lost += promises.lost();
        doubled += promises.doubled();
        budgetExceeded += promises.budgetExceeded();
    }

    private static int quarterOf(Instant at, TimeWindow span) {
        long passed = Duration.between(span.start(), at).toMillis();
        return (int) Math.min(QUARTERS - 1L, QUARTERS * passed / span.length().toMillis());
    }

    private static boolean isNearSomething(Instant at, Life life) {
        return touchesSomething(new TimeWindow(at.minus(MARGIN), at.plus(MARGIN)), life);
    }

    private static boolean touchesSomething(TimeWindow span, Life life) {
        return life.strained().stream().anyMatch(span::overlaps)
                || life.craving().stream().anyMatch(span::overlaps);
    }

    private static TimeWindow spanOf(Lived.Window window, Lived lived) {
        return new TimeWindow(
                window.start(), window.end().orElse(lived.life().span().end()));
    }

    void add(Score other) {
        weeks += other.weeks;
        stretches += other.stretches;
        found += other.found;
        delaysS.addAll(other.delaysS);
        cravings += other.cravings;
        cravingsFound += other.cravingsFound;
        other.unknowable.forEach((reason, count) -> unknowable.merge(reason, count, Integer::sum));
        windows += other.windows;
        needlessWindows += other.needlessWindows;
        other.decisions.forEach((decision, count) -> decisions.merge(decision, count, Integer::sum));
        asked += other.asked;
        silence += other.silence;
        needlessPrompts += other.needlessPrompts;
        needlessNudges += other.needlessNudges;
        decisionPoints += other.decisionPoints;
        Arrays.setAll(nudgesByQuarter, quarter -> nudgesByQuarter[quarter] + other.nudgesByQuarter[quarter]);
        afterEasing += other.afterEasing;
        stale += other.stale;
        lost += other.lost;
        doubled += other.doubled;
        budgetExceeded += other.budgetExceeded;
        minutes += other.minutes;
        knownMinutes += other.knownMinutes;
        reliability.add(other.reliability);
    }
}
