package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetrendedFluctuationTests {

    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsTheReference(String name) {
        var vector = GoldenSeries.vector(name);
        double[] nn = GoldenSeries.of(vector).nnMs();
        var canonical = vector.at("/out/canonical");
        double[] expected = Golden.doubles(canonical.get("dfa_F_4_16"));
        double[] fluctuations = DetrendedFluctuation.fluctuations(nn, nn.length, 4, 16);

        assertThat(fluctuations).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            Golden.assertClose(name + " F(" + (i + 4) + ")", fluctuations[i], expected[i], TOLERANCE);
        }
        Golden.assertClose(
                name + " 4 to 16",
                DetrendedFluctuation.alpha1(nn, nn.length),
                canonical.get("dfa_alpha1_4_16").asDouble(),
                TOLERANCE);
        Golden.assertClose(
                name + " 4 to 11",
                DetrendedFluctuation.alpha(nn, nn.length, 4, 11),
                canonical.get("dfa_alpha1_4_11").asDouble(),
                TOLERANCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsPyHrv(String name) {
        var vector = GoldenSeries.vector(name);
        double[] nn = GoldenSeries.of(vector).nnMs();

        Golden.assertClose(
                name,
                DetrendedFluctuation.alpha1(nn, nn.length),
                vector.at("/out/pyhrv/dfa_alpha1").asDouble());
    }

    /** Short windows read chance a little high; the slope is 0.5 only in the limit. */
    @Test
    void chanceScalesByAHalfAndARandomWalkByOneAndAHalf() {
        var random = new Random(1);
        var chance = random.doubles(20_000).map(u -> 800 + 50 * u).toArray();
        var walk = new double[20_000];
        walk[0] = 5_000;
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + random.nextGaussian();
        }

        assertThat(DetrendedFluctuation.alpha1(chance, chance.length)).isCloseTo(0.5, within(0.1));
        assertThat(DetrendedFluctuation.alpha1(walk, walk.length)).isCloseTo(1.5, within(0.1));
    }

    @Test
    void isTheSameInAnotherUnitAndAtAnotherLevel() {
        double[] nn = GoldenSeries.atRest(300, new Random(2)).nnMs();
        double alpha = DetrendedFluctuation.alpha1(nn, nn.length);
        double[] seconds = Arrays.stream(nn).map(x -> x / 1000).toArray();
        double[] higher = Arrays.stream(nn).map(x -> x + 200).toArray();

        assertThat(DetrendedFluctuation.alpha1(seconds, nn.length)).isCloseTo(alpha, within(1e-9));
        assertThat(DetrendedFluctuation.alpha1(higher, nn.length)).isCloseTo(alpha, within(1e-9));
    }

    @Test
    void tooFewBeatsAndUnknownNumbersAreUnknown() {
        double[] nn = GoldenSeries.atRest(300, new Random(3)).nnMs();
        assertThat(DetrendedFluctuation.alpha1(nn, 0)).isNaN();
        assertThat(DetrendedFluctuation.alpha1(nn, 31)).isNaN();
        assertThat(DetrendedFluctuation.alpha1(nn, 32)).isPositive();

        nn[5] = Double.NaN;
        assertThat(DetrendedFluctuation.alpha1(nn, nn.length)).isNaN();
    }

    @Test
    void aMetronomeHasNoScaling() {
        double[] nn = new double[300];
        Arrays.fill(nn, 812.3);

        assertThat(DetrendedFluctuation.alpha1(nn, nn.length)).isNaN();
    }
}
