package org.handrail.companion.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well scores tell two kinds apart, whatever the threshold.
 *
 * @param scores any order
 * @param labels as many; true for the kind that should score high
 */
record Ranking(double[] scores, boolean[] labels) {

    static Ranking of(List<Scored> scored) {
        var scores = scored.stream().mapToDouble(Scored::score).toArray();
        var labels = new boolean[scores.length];
        IntStream.range(0, scores.length).forEach(i -> labels[i] = scored.get(i).isStress());
        return new Ranking(scores, labels);
    }

    /** One score and its truth. */
    record Scored(String subject, double score, boolean isStress) {}

    /** Area under the ROC curve, ties counted half; empty where one kind is missing. Mann and Whitney 1947. */
    OptionalDouble auroc() {
        long positive = positives();
        long negative = scores.length - positive;
        if (positive == 0 || negative == 0) {
            return OptionalDouble.empty();
        }
        var order = ascending();
        double rankSum = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            int positiveHere = 0;
            while (end < order.length && scores[order[end]] == scores[order[i]]) {
                positiveHere += labels[order[end++]] ? 1 : 0;
            }
            rankSum += positiveHere * (i + 1 + end) / 2.0;
            i = end;
        }
        return OptionalDouble.of((rankSum - positive * (positive + 1) / 2.0) / ((double) positive * negative));
    }

    /** Area under precision over recall as average precision; empty where nothing is positive. */
    OptionalDouble auprc() {
        long positive = positives();
        if (positive == 0) {
            return OptionalDouble.empty();
        }
        var order = ascending();
        double area = 0;
        long found = 0;
        long taken = 0;
        for (int i = order.length - 1; i >= 0; ) {
            int end = i;
            long foundHere = 0;
            while (end >= 0 && scores[order[end]] == scores[order[i]]) {
                foundHere += labels[order[end--]] ? 1 : 0;
            }
            taken += i - end;
            found += foundHere;
            area += (double) foundHere / positive * found / taken;
            i = end;
        }
        return OptionalDouble.of(area);
    }

    private long positives() {
        return IntStream.range(0, labels.length).filter(i -> labels[i]).count();
    }

    private int[] ascending() {
        return Arrays.stream(IntStream.range(0, scores.length).boxed().toArray(Integer[]::new))
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
