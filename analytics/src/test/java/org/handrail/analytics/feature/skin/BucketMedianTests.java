package org.handrail.analytics.feature.skin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketMedianTests {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isTheMedianOfCommonsMath(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double[] values = new double[1 + random.nextInt(300)];
            double outlier = random.nextInt(3) == 0 ? 1e6 : 0;
            int distinct = 1 + random.nextInt(400);
            Arrays.setAll(values, i -> 1 + random.nextInt(distinct) / 128.0);
            values[random.nextInt(values.length)] += outlier;

            assertThat(BucketMedian.of(values, 0, values.length))
                    .as("round %d, %d values", round, values.length)
                    .isEqualTo(new Median().evaluate(values));
        }
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(BucketMedian.of(new double[3], 1, 1)).isNaN();
    }
}
