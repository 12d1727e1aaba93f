package org.handrail.companion.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.companion.evaluation.Example.Weighted;
import org.handrail.companion.evaluation.FittedWeights.Used;
import org.handrail.devicesim.recording.Study;

/**
 * Finds what the evidence is worth from labelled recordings. What a deviation is depends a little on the weights, because the
 * baselines learn from minutes that are likely calm, and so does what is usual for the person: the recordings are judged again
 * with each fit until it stays the same.
 *
 * @param lambda how strongly the weights are drawn towards those of the literature
 */
public record WeightFit(double lambda) {

    /** Of science/SPEC.md (d): rounded from a fit on 34 people. */
    static final EvidenceWeights CENTRE = new EvidenceWeights(
            -1.2,
            Map.of(
                    "HEART_RATE", 0.35,
                    "SKIN_RISE", 0.40,
                    "SKIN_SLOPE", 0.30,
                    "SKIN_RESPONSES", 0.15,
                    "LN_RMSSD", -0.10,
                    "LN_MOVEMENT", -0.15));

    /** The one that the shipped weights are fitted with. */
    public static final WeightFit SHIPPED = new WeightFit(400);

    private static final int MOST_ROUNDS = 5;
    private static final double DIGITS = 100;

    public WeightFit {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("Lambda is a number above 0, such as 400.");
        }
    }

    /** @param progress hears the share of the rounds that may be needed, 0 to 1 */
    public FittedWeights to(List<Study> studies, DoubleConsumer progress) {
        var sittings = studies.stream()
                .sorted(Comparator.comparing(Study::name))
                .map(Sittings::of)
                .toList();
        var fitted = toSittings(sittings, progress);
        progress.accept(1);
        return fitted;
    }

    FittedWeights toSittings(List<Sittings> studies, DoubleConsumer progress) {
        var ridge = new Ridge(CENTRE, lambda);
        var weights = CENTRE;
        List<Used> used = List.of();
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            var examples = examples(studies, weights);
            used = used(studies, examples);
            var next = rounded(ridge.fit(weighted(examples)));
            progress.accept((double) round / MOST_ROUNDS);
            if (next.equals(weights)) {
                return new FittedWeights(next, lambda, round, true, used);
            }
            weights = next;
        }
        return new FittedWeights(weights, lambda, MOST_ROUNDS, false, used);
    }

    private static List<List<Example>> examples(List<Sittings> studies, EvidenceWeights weights) {
        var watching = Watching.with(weights);
        return studies.stream()
                .map(study -> study.all().parallelStream()
                        .flatMap(sitting -> JudgedSession.scoredWindows(sitting, watching).stream())
                        .filter(JudgedMinute::isKnown)
                        .map(Example::of)
                        .toList())
                .toList();
    }

    /**
     * Each person counts alike, in whichever study: the windows of one person are one person's, however many there are. All
     * together count as many as there are.
     */
    private static List<Weighted> weighted(List<List<Example>> studies) {
        var people = new ArrayList<List<Example>>();
        for (var study : studies) {
            people.addAll(study.stream()
                    .collect(Collectors.groupingBy(Example::subject, TreeMap::new, Collectors.toList()))
                    .values());
        }
        double each = people.stream().mapToInt(List::size).sum() / (double) people.size();
        return people.stream()
                .flatMap(own -> own.stream().map(example -> new Weighted(example, each / own.size())))
                .toList();
    }

    private static List<Used> used(List<Sittings> studies, List<List<Example>> examples) {
        var used = new ArrayList<Used>();
        for (int i = 0; i < studies.size(); i++) {
            var own = examples.get(i);
            used.add(new Used(
                    studies.get(i).study(),
                    (int) own.stream().map(Example::subject).distinct().count(),
                    own.size(),
                    (int) own.stream().filter(Example::isStress).count()));
        }
        return used;
    }

    /** To what is written, so that the last bits of a machine's arithmetic are no matter. */
    private static EvidenceWeights rounded(EvidenceWeights weights) {
        var byFeature = new TreeMap<String, Double>();
        weights.byFeature().forEach((name, weight) -> byFeature.put(name, rounded(weight)));
        return new EvidenceWeights(rounded(weights.intercept()), byFeature);
    }

    private static double rounded(double weight) {
        return Math.round(weight * DIGITS) / DIGITS;
    }
}
