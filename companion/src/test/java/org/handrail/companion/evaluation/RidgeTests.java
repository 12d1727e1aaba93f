package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.companion.evaluation.Example.Weighted;
import org.junit.jupiter.api.Test;

class RidgeTests {

    private static final EvidenceWeights NOTHING_BELIEVED = weights(0, 0, 0);
    private static final EvidenceWeights TRUE = weights(-1, 0.8, -0.4);

    @Test
    void knownWeightsAreFoundAgain() {
        var found = new Ridge(NOTHING_BELIEVED, 1e-6).fit(drawn(20_000));

        assertThat(found.intercept()).isCloseTo(-1, within(0.06));
        assertThat(found.byFeature().get("HEART_RATE")).isCloseTo(0.8, within(0.06));
        assertThat(found.byFeature().get("LN_RMSSD")).isCloseTo(-0.4, within(0.06));
    }

    @Test
    void theStrongerLambdaTheNearerTheCentreAndTheInterceptStaysFree() {
        var examples = drawn(500);
        double last = Double.POSITIVE_INFINITY;
        for (double lambda : new double[] {0.1, 10, 1_000, 1e7}) {
            var found = new Ridge(weights(5, 0, 0), lambda).fit(examples);
            double away = Math.abs(found.byFeature().get("HEART_RATE"));
            assertThat(away).isLessThan(last);
            last = away;
        }
        assertThat(last).isLessThan(1e-3);
        double share = examples.stream()
                .mapToInt(one -> one.example().isStress() ? 1 : 0)
                .average()
                .getAsDouble();
        var flat = new Ridge(weights(5, 0, 0), 1e9).fit(stripped(examples));
        assertThat(flat.likelihoodWithoutAnySign()).isCloseTo(share, within(1e-6));
    }

    @Test
    void whatCountsTwiceIsAsGoodAsWrittenTwice() {
        var once = drawn(200);
        var twice = new ArrayList<Weighted>(once);
        twice.addAll(once);
        var heavier = once.stream().map(one -> new Weighted(one.example(), 2)).toList();

        var ridge = new Ridge(TRUE, 50);
        assertThat(ridge.fit(heavier).intercept()).isCloseTo(ridge.fit(twice).intercept(), within(1e-9));
    }

    @Test
    void theOffsetOfThePersonIsTakenOff() {
        var shifted = drawn(5_000).stream()
                .map(one -> new Weighted(
                        new Example(
                                "P",
                                one.example().deviations(),
                                2,
                                one.example().isStress()),
                        1))
                .toList();

        assertThat(new Ridge(NOTHING_BELIEVED, 1e-6).fit(shifted).intercept()).isCloseTo(-3, within(0.12));
    }

    @Test
    void oneKindAloneIsRefused() {
        var rest = drawn(50).stream().filter(one -> !one.example().isStress()).toList();

        assertThatThrownBy(() -> new Ridge(TRUE, 1).fit(rest)).hasMessageContaining("stress and windows of rest");
    }

    /** Deviations within ±3, and what the true weights say of them. */
    private static List<Weighted> drawn(int count) {
        var random = new Random(11);
        var examples = new ArrayList<Weighted>();
        for (int i = 0; i < count; i++) {
            double heart = 6 * random.nextDouble() - 3;
            double variability = 6 * random.nextDouble() - 3;
            double logOdds = TRUE.intercept() + 0.8 * heart - 0.4 * variability;
            boolean isStress = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            examples.add(new Weighted(
                    new Example("P", Map.of("HEART_RATE", heart, "LN_RMSSD", variability), 0, isStress), 1));
        }
        return examples;
    }

    private static List<Weighted> stripped(List<Weighted> examples) {
        return examples.stream()
                .map(one ->
                        new Weighted(new Example("P", Map.of(), 0, one.example().isStress()), 1))
                .toList();
    }

    private static EvidenceWeights weights(double intercept, double heartRate, double variability) {
        return new EvidenceWeights(intercept, Map.of("HEART_RATE", heartRate, "LN_RMSSD", variability));
    }
}
