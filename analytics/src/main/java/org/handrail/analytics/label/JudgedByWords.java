package org.handrail.analytics.label;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.analytics.CalibratedRisk;
import org.handrail.analytics.Judgement;
import org.handrail.analytics.Judgements;
import org.handrail.analytics.Labels.Meaning;
import org.handrail.analytics.Share;
import org.handrail.analytics.calibration.Calibration;
import org.handrail.analytics.calibration.Judged;
import org.handrail.analytics.calibration.Ranking;
import org.handrail.analytics.label.Said.Source;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Judges by the words that stand. A programme is one cohort. */
final class JudgedByWords implements Judgements {

    private final LabelRows rows;

    JudgedByWords(LabelRows rows) {
        this.rows = rows;
    }

    @Override
    public Judgement of(Set<MenteeId> programme, TimeWindow span) {
        var words = rows.standing(programme, span);
        var answers = answersToQuestions(words);
        int answered =
                (int) answers.stream().filter(one -> !one.said().isNothing()).count();
        int hard = (int) answers.stream()
                .filter(one -> one.said().meaning() == Meaning.HARD)
                .count();
        var judged = judged(programme, span.end());
        int hardWords = (int) judged.stream().filter(Judged::hard).count();
        return new Judgement(
                answered,
                answers.size() - answered,
                new Share(hard, answered),
                matters(words),
                rows.weeks(programme, span),
                new Share(hardWords, judged.size()),
                Calibration.reliability(judged),
                Ranking.withinPerson(judged));
    }

    @Override
    public Optional<CalibratedRisk> calibration(Set<MenteeId> programme, Instant before) {
        return Calibration.fit(judged(programme, before));
    }

    private List<Judged> judged(Set<MenteeId> programme, Instant before) {
        var ever = new TimeWindow(Instant.EPOCH, before);
        var words = rows.standingOfThisMethod(programme, ever);
        double answerRate = answerRate(rows.standing(programme, ever));
        return words.stream()
                .filter(word -> word.said().meaning() != Meaning.NEITHER)
                .map(word -> new Judged(
                        word.mentee(),
                        word.score(),
                        word.said().meaning() == Meaning.HARD,
                        isOfQuestion(word) ? Judged.weight(answerRate) : 1))
                .toList();
    }

    /** Of the questions that are over. Without any, each word stands for itself. */
    private static double answerRate(List<Label> words) {
        var answers = answersToQuestions(words);
        long answered = answers.stream().filter(one -> !one.said().isNothing()).count();
        return answered == 0 ? 1 : (double) answered / answers.size();
    }

    private static List<Label> answersToQuestions(List<Label> words) {
        return words.stream().filter(JudgedByWords::isOfQuestion).toList();
    }

    private static boolean isOfQuestion(Label word) {
        return word.said().source() == Source.ANSWER && word.nudge().isPresent();
    }

    private static Map<UUID, Meaning> matters(List<Label> words) {
        var matters = new HashMap<UUID, Meaning>();
        for (var word : words) {
            if (word.said().meaning() != Meaning.NEITHER) {
                word.nudge().ifPresent(nudge -> matters.put(nudge, word.said().meaning()));
            }
        }
        return matters;
    }
}
