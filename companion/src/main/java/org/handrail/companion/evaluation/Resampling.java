package org.handrail.companion.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handrail.companion.evaluation.Ranking.Scored;

/** The 95 % interval of the area under the ROC curve when subjects are drawn again with replacement, seeded. */
record Resampling(OptionalDouble low, OptionalDouble high) {

    private static final int ROUNDS = 1_000;
    private static final long SEED = 1;

    static Resampling of(List<Scored> scored) {
        var bySubject = List.copyOf(scored.stream()
                .collect(Collectors.groupingBy(Scored::subject, TreeMap::new, Collectors.toList()))
                .values());
        var random = new SplittableRandom(SEED);
        var areas = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS && bySubject.size() > 1; round++) {
            var drawn = new ArrayList<Scored>();
            for (int i = 0; i < bySubject.size(); i++) {
                drawn.addAll(bySubject.get(random.nextInt(bySubject.size())));
            }
            Ranking.of(drawn).auroc().ifPresent(areas::add);
        }
        if (areas.isEmpty()) {
            return new Resampling(OptionalDouble.empty(), OptionalDouble.empty());
        }
        var sorted = areas.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Resampling(OptionalDouble.of(at(sorted, 0.025)), OptionalDouble.of(at(sorted, 0.975)));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
