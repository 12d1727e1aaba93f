package org.handrail.companion.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.handrail.analytics.Detection;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.devicesim.recording.Study;

/** Scores the method on a study, in which each sitting begins from nothing known. What the figures mean: docs/evaluation.md. */
public final class Evaluation {

    private final List<JudgedMinute> onTheClock = new ArrayList<>();
    private final List<JudgedMinute> halfBetween = new ArrayList<>();
    private final List<JudgedMinute> ungated = new ArrayList<>();
    private final Stretches stretches = new Stretches();

    private Evaluation() {}

    /**
     * With the same weights for everybody.
     *
     * @param progress hears the share of the work that is done, 0 to 1
     */
    public static EvaluationReport of(Study study, EvidenceWeights weights, DoubleConsumer progress) {
        return judge(Sittings.of(study), subject -> weights, progress);
    }

    /** Each person with weights that are fitted to all others of the study. */
    public static EvaluationReport leavingOneOut(Study study, WeightFit fit, DoubleConsumer progress) {
        var sittings = Sittings.of(study);
        var others = withoutEach(sittings, fit, progress);
        return judge(sittings, subject -> others.getOrDefault(subject, WeightFit.CENTRE), share -> {});
    }

    /** For each person the weights that know nothing of that person. */
    static Map<String, EvidenceWeights> withoutEach(Sittings sittings, WeightFit fit, DoubleConsumer progress) {
        var subjects = sittings.subjects();
        if (subjects.size() < 2) {
            throw new IllegalArgumentException("Leaving one person out needs a study of at least two.");
        }
        var weights = new HashMap<String, EvidenceWeights>();
        for (var subject : subjects) {
            var fitted = fit.toSittings(List.of(sittings.without(subject)), share -> {});
            weights.put(subject, fitted.weights());
            progress.accept((double) weights.size() / subjects.size());
        }
        return weights;
    }

    private static EvaluationReport judge(
            Sittings sittings, Function<String, EvidenceWeights> weights, DoubleConsumer progress) {
        var evaluation = new Evaluation();
        int done = 0;
        for (var sitting : sittings.all()) {
            evaluation.add(sitting, Watching.with(weights.apply(sitting.subject())));
            progress.accept((double) ++done / sittings.all().size());
        }
        return evaluation.report();
    }

    private void add(Sitting sitting, Watching watching) {
        var judged = JudgedSession.of(sitting, JudgedSession.ON_THE_CLOCK, watching);
        onTheClock.addAll(judged.minutes());
        stretches.add(judged);
        halfBetween.addAll(
                JudgedSession.of(sitting, JudgedSession.HALF_BETWEEN, watching).minutes());
        for (int phase : new int[] {JudgedSession.ON_THE_CLOCK, JudgedSession.HALF_BETWEEN}) {
            ungated.addAll(JudgedSession.of(sitting, phase, watching.ungated()).minutes());
        }
    }

    private EvaluationReport report() {
        var both = new ArrayList<>(onTheClock);
        both.addAll(halfBetween);
        var windows = new Scores(both).where(JudgedMinute::isScored);
        var known = windows.where(JudgedMinute::isKnown);
        var stress = windows.where(minute -> minute.is(JudgedMinute.STRESS));
        var ungatedStress = new Scores(ungated).where(minute -> minute.isScored() && minute.is(JudgedMinute.STRESS));
        var labelled = new Scores(onTheClock).where(minute -> !minute.label().isEmpty());
        var exercise = labelled.where(minute -> minute.is(JudgedMinute.EXERCISE));
        var afterwards = labelled.where(minute -> minute.is(JudgedMinute.AFTER_EXERCISE));
        var interval = known.interval();
        return new EvaluationReport(
                Detection.METHOD,
                (int) onTheClock.stream().map(JudgedMinute::subject).distinct().count(),
                windows.minutes().size(),
                windows.share(JudgedMinute::isKnown),
                known.ranking().auroc(),
                interval.low(),
                interval.high(),
                known.subjectMean(),
                windows.ranking().auroc(),
                known.balancedAccuracy(),
                known.ranking().auprc(),
                known.brier(),
                labelled.ranking().auroc(),
                stress.share(JudgedMinute::isStrainedByItself),
                ungatedStress.share(JudgedMinute::isStrainedByItself),
                exercise.share(JudgedMinute::isFlagged),
                exercise.share(JudgedMinute::isStrainedByItself),
                exercise.share(minute -> !minute.isKnown()),
                afterwards.share(JudgedMinute::isFlagged),
                afterwards.share(JudgedMinute::isStrainedByItself),
                stretches.count(),
                stretches.recall(),
                stretches.delayS(0.5),
                stretches.delayS(0.95),
                stretches.falseWindowsPerRestHour());
    }
}
