package org.handrail.companion.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.handrail.companion.evaluation.Ranking.Scored;

/** Figures of one list of judged minutes. One that the minutes cannot give is empty. */
record Scores(List<JudgedMinute> minutes) {

    Scores {
        minutes = List.copyOf(minutes);
    }

    Scores where(Predicate<JudgedMinute> wanted) {
        return new Scores(minutes.stream().filter(wanted).toList());
    }

    Ranking ranking() {
        return Ranking.of(scored());
    }

    Resampling interval() {
        return Resampling.of(scored());
    }

    OptionalDouble subjectMean() {
        return minutes.stream().collect(Collectors.groupingBy(JudgedMinute::subject)).values().stream()
                .map(own -> new Scores(own).ranking().auroc())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    /** Mean of the share of stress and the share of all else that stand on the right side of the shipped threshold. */
    OptionalDouble balancedAccuracy() {
        var stress = where(minute -> minute.is(JudgedMinute.STRESS)).share(JudgedMinute::isStrainedByItself);
        var rest = where(minute -> !minute.is(JudgedMinute.STRESS)).share(minute -> !minute.isStrainedByItself());
        return stress.isPresent() && rest.isPresent()
                ? OptionalDouble.of((stress.getAsDouble() + rest.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    /** Mean squared distance of likelihood and truth. */
    OptionalDouble brier() {
        return minutes.stream()
                .mapToDouble(minute -> minute.likelihoodOrNoSign() - (minute.is(JudgedMinute.STRESS) ? 1 : 0))
                .map(distance -> distance * distance)
                .average();
    }

    OptionalDouble share(Predicate<JudgedMinute> counts) {
        return minutes.stream().mapToInt(minute -> counts.test(minute) ? 1 : 0).average();
    }

    private List<Scored> scored() {
        return minutes.stream()
                .map(minute ->
                        new Scored(minute.subject(), minute.likelihoodOrNoSign(), minute.is(JudgedMinute.STRESS)))
                .toList();
    }
}
