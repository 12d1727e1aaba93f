package org.handrail.analytics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;

class PlattTests {

    @Test
    void fitsAsTheReferenceDoes() {
        var golden = Golden.invented("syn_calibration.json");
        var fit = Platt.fit(Golden.doubles(golden.get("score")), labels(Golden.ints(golden.get("label"))));

        assertThat(fit.slope()).isCloseTo(golden.get("platt").get("A").asDouble(), within(1e-7));
        assertThat(fit.offset()).isCloseTo(golden.get("platt").get("B").asDouble(), within(1e-7));
    }

    @Test
    void twoLabelsMakeNobodySure() {
        var fit = Platt.fit(new double[] {-3, 3}, new boolean[] {false, true});

        assertThat(fit.probability(3)).isCloseTo(2.0 / 3, within(1e-6));
        assertThat(fit.probability(-3)).isCloseTo(1.0 / 3, within(1e-6));
    }

    @Test
    void withoutLabelsThereIsNothingToFit() {
        assertThatThrownBy(() -> Platt.fit(new double[0], new boolean[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean[] labels(int[] numbers) {
        var labels = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            labels[i] = numbers[i] == 1;
        }
        return labels;
    }
}
