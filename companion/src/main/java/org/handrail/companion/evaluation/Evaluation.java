package org.handrail.companion.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.handrail.analytics.Detection;
import org.handrail.companion.evaluation.Ranking.Scored;
import org.handrail.devicesim.recording.Study;

/** Scores the shipped method on a study. Nothing is fitted to it. */
public final class Evaluation {

    /** Minutes begin at these seconds of a sitting: windows of 60 s, every 30 s. */
    private static final int[] PHASES = {0, 30};

    private final List<JudgedMinute> onTheClock = new ArrayList<>();
    private final List<JudgedMinute> halfBetween = new ArrayList<>();
    private final Stretches stretches = new Stretches();

    private Evaluation() {}

    /** @param progress hears the share of the sittings that are done, 0 to 1 */
    public static EvaluationReport of(Study study, DoubleConsumer progress) {
        var evaluation = new Evaluation();
        int done = 0;
        for (var session : study.sessions()) {
            var sitting = JudgedSession.of(session, PHASES[0]);
            evaluation.onTheClock.addAll(sitting.minutes());
            evaluation.stretches.add(sitting);
            evaluation.halfBetween.addAll(JudgedSession.of(session, PHASES[1]).minutes());
            progress.accept((double) ++done / study.sessions().size());
        }
        return evaluation.report();
    }

    private EvaluationReport report() {
        var windows = new ArrayList<JudgedMinute>();
        windows.addAll(onTheClock);
        windows.addAll(halfBetween);
        windows.removeIf(
                minute -> !minute.isWhole() || !minute.is(JudgedMinute.STRESS) && !minute.is(JudgedMinute.REST));
        var known = windows.stream().filter(JudgedMinute::isKnown).toList();
        var all = scored(windows);
        var interval = Resampling.of(all);
        var labelled =
                onTheClock.stream().filter(minute -> !minute.label().isEmpty()).toList();
        return new EvaluationReport(
                Detection.METHOD,
                (int) windows.stream().map(JudgedMinute::subject).distinct().count(),
                windows.size(),
                windows.isEmpty() ? 0 : (double) known.size() / windows.size(),
                Ranking.of(all).auroc(),
                interval.low(),
                interval.high(),
                subjectMean(all),
                Ranking.of(scored(known)).auroc(),
                balancedAccuracy(all),
                Ranking.of(all).auprc(),
                brier(known),
                Ranking.of(scored(labelled)).auroc(),
                share(labelled, JudgedMinute.EXERCISE, JudgedMinute::isFlagged),
                share(labelled, JudgedMinute.EXERCISE, minute -> !minute.isKnown()),
                share(labelled, JudgedMinute.AFTER_EXERCISE, JudgedMinute::isFlagged),
                stretches.count(),
                stretches.recall(),
                stretches.delayS(0.5),
                stretches.delayS(0.95),
                stretches.falseWindowsPerRestHour());
    }

    private static List<Scored> scored(List<JudgedMinute> minutes) {
        return minutes.stream()
                .map(minute -> new Scored(
                        minute.subject(),
                        minute.isKnown() ? minute.likelihood() : Detection.LIKELIHOOD_WITHOUT_ANY_SIGN,
                        minute.is(JudgedMinute.STRESS)))
                .toList();
    }

    private static OptionalDouble subjectMean(List<Scored> scored) {
        return scored.stream().collect(Collectors.groupingBy(Scored::subject)).values().stream()
                .map(own -> Ranking.of(own).auroc())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    /** Mean of the share of stress and the share of rest that stand on the right side of the shipped threshold. */
    private static OptionalDouble balancedAccuracy(List<Scored> scored) {
        var stress = rightShare(scored, true);
        var rest = rightShare(scored, false);
        return stress.isPresent() && rest.isPresent()
                ? OptionalDouble.of((stress.getAsDouble() + rest.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    private static OptionalDouble rightShare(List<Scored> scored, boolean isStress) {
        return scored.stream()
                .filter(one -> one.isStress() == isStress)
                .mapToInt(one -> one.score() >= Detection.STRAINED_FROM_LIKELIHOOD == isStress ? 1 : 0)
                .average();
    }

    private static OptionalDouble brier(List<JudgedMinute> known) {
        return known.stream()
                .mapToDouble(minute -> minute.likelihood() - (minute.is(JudgedMinute.STRESS) ? 1 : 0))
                .map(distance -> distance * distance)
                .average();
    }

    private static OptionalDouble share(List<JudgedMinute> minutes, String label, Predicate<JudgedMinute> counts) {
        return minutes.stream()
                .filter(minute -> minute.is(label))
                .mapToInt(minute -> counts.test(minute) ? 1 : 0)
                .average();
    }
}
