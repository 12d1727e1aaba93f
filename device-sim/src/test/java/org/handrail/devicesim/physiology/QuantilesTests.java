package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTests {

    private static final int DRAWS = 200_000;

    @ParameterizedTest(name = "{1} of the draws lie below {0}")
    @CsvSource({"-1.9600, 0.025", "-1, 0.1587", "0, 0.5", "0.6745, 0.75", "1.2816, 0.9", "2.3263, 0.99"})
    void aNormalDrawLiesBelowEachPlaceAsOftenAsTheTablesSay(double place, double share) {
        var drawn = draws(Quantiles.NORMAL, 11);

        assertThat(Arrays.stream(drawn).filter(value -> value < place).count() / (double) DRAWS)
                .as("seed 11")
                .isCloseTo(share, Offset.offset(0.003));
    }

    @Test
    void aNormalDrawHasMeanZeroAndVarianceOne() {
        var drawn = draws(Quantiles.NORMAL, 12);

        assertThat(Arrays.stream(drawn).average().orElseThrow()).as("seed 12").isCloseTo(0, Offset.offset(0.01));
        assertThat(Arrays.stream(drawn).map(value -> value * value).average().orElseThrow())
                .as("seed 12")
                .isCloseTo(1, Offset.offset(0.015));
        assertThat(Arrays.stream(drawn).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(3.5);
    }

    @ParameterizedTest(name = "spread {0}")
    @CsvSource({"0.35", "0.9"})
    void theLogOfALogNormalDrawIsNormalWithItsSpread(double spread) {
        var logs = Arrays.stream(draws(Quantiles.logNormal(spread), 13))
                .map(StrictMath::log)
                .toArray();

        assertThat(Arrays.stream(logs).average().orElseThrow()).as("seed 13").isCloseTo(0, Offset.offset(0.01));
        assertThat(Math.sqrt(Arrays.stream(logs)
                        .map(value -> value * value)
                        .average()
                        .orElseThrow()))
                .as("seed 13")
                .isCloseTo(spread, Offset.offset(0.01));
    }

    private static double[] draws(Quantiles law, long seed) {
        var random = new SplittableRandom(seed);
        return java.util.stream.DoubleStream.generate(() -> law.draw(random))
                .limit(DRAWS)
                .toArray();
    }
}
