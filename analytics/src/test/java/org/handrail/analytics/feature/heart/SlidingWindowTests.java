package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTests {

    /** Commons Math's type R_7 is numpy's linear quantile. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itsQuantilesAreThoseOfEachWindowByItself(long seed) {
        var random = new Random(seed);
        double[] series = new double[1 + random.nextInt(300)];
        Arrays.setAll(series, i -> random.nextInt(50) / 8.0);
        int half = 1 + random.nextInt(60);
        var percentile = new Percentile().withEstimationType(EstimationType.R_7);
        var window = new SlidingWindow(series, half);
        for (int i = 0; i < series.length; i++) {
            double[] alone = Arrays.copyOfRange(series, Math.max(0, i - half), Math.min(series.length, i + half + 1));
            percentile.setData(alone);
            assertThat(window.quantile(0.25)).isCloseTo(percentile.evaluate(25), within(1e-12));
            assertThat(window.quantile(0.75)).isCloseTo(percentile.evaluate(75), within(1e-12));
            assertThat(window.median()).isCloseTo(percentile.evaluate(50), within(1e-12));
            window.slide();
        }
    }
}
