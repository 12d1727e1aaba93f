package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleEntropyTests {

    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsTheReference(String name) {
        var vector = GoldenSeries.vector(name);
        var expected = vector.at("/out/canonical/sampen_m2_r0p2");
        var entropy = of(GoldenSeries.of(vector).ticks());

        assertThat(entropy.pairs()).isEqualTo(expected.get("B").asLong());
        assertThat(entropy.longerPairs()).isEqualTo(expected.get("A").asLong());
        Golden.assertClose(name, entropy.value(), expected.get("sampen").asDouble(), TOLERANCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsNeuroKitAndHrvAnalysis(String name) {
        var vector = GoldenSeries.vector(name);
        double value = of(GoldenSeries.of(vector).ticks()).value();

        Golden.assertClose(
                name, value, vector.at("/out/neurokit2/nonlinear/HRV_SampEn").asDouble());
        Golden.assertClose(
                name, value, vector.at("/out/hrvanalysis/sampen/sampen").asDouble());
    }

    @Test
    void equalsEachMinuteOfTheInventedStream() {
        var beats = Golden.inventedTable("syn_stream_in.csv");
        int checked = 0;
        for (var row : Golden.inventedTable("syn_stream_out.csv")) {
            for (int seconds : new int[] {60, 300}) {
                double expected = GoldenSeries.number(row, "sampen_" + seconds);
                if (!Double.isNaN(expected)) {
                    var entropy = of(GoldenSeries.accepted(beats, row, seconds).ticks());
                    Golden.assertClose("sampen_" + seconds + " " + row, entropy.value(), expected);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void countsAsTheDefinitionDoes() {
        var random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int[] nn = random.ints(random.nextInt(200), 700, 702 + random.nextInt(200))
                    .toArray();

            assertThat(of(nn)).as("round %d of %d beats", round, nn.length).isEqualTo(byDefinition(nn));
        }
    }

    @Test
    void isTheSameInAnotherUnitAndAtAnotherLevel() {
        var random = new Random(2);
        for (int round = 0; round < 50; round++) {
            int[] nn = GoldenSeries.atRest(300, random).ticks();

            assertThat(of(Arrays.stream(nn).map(x -> 7 * x).toArray())).isEqualTo(of(nn));
            assertThat(of(Arrays.stream(nn).map(x -> x + 1234).toArray())).isEqualTo(of(nn));
            assertThat(of(Arrays.stream(nn).map(x -> -x).toArray())).isEqualTo(of(nn));
        }
    }

    @Test
    void readsNoFurtherThanItsBeats() {
        int[] nn = GoldenSeries.atRest(300, new Random(3)).ticks();
        for (int count = 0; count <= nn.length; count++) {
            assertThat(SampleEntropy.of(nn, count)).isEqualTo(of(Arrays.copyOf(nn, count)));
        }
    }

    @Test
    void aMetronomeSurprisesNobody() {
        int[] nn = new int[100];
        Arrays.fill(nn, 800);

        assertThat(of(nn)).isEqualTo(new SampleEntropy(98 * 97 / 2, 98 * 97 / 2));
        assertThat(of(nn).value()).isZero();
    }

    @Test
    void noPairsAreUnknown() {
        assertThat(of(new int[] {}).value()).isNaN();
        assertThat(of(new int[] {800, 810}).value()).isNaN();
        assertThat(of(new int[] {800, 900, 1000, 1100, 1200}).value()).isNaN();
    }

    @Test
    void refusesAUnitThatIsTooFine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new int[] {0, 800_000, 810_000}))
                .withMessageContaining("coarser unit");
    }

    private static SampleEntropy of(int[] nn) {
        return SampleEntropy.of(nn, nn.length);
    }

    private static SampleEntropy byDefinition(int[] nn) {
        int n = nn.length;
        long sum = Arrays.stream(nn).asLongStream().sum();
        long spread = n * Arrays.stream(nn).asLongStream().map(x -> x * x).sum() - sum * sum;
        long pairs = 0;
        long longerPairs = 0;
        for (int i = 0; i < n - 2; i++) {
            for (int j = i + 1; j < n - 2; j++) {
                if (isNear(nn[i] - nn[j], n, spread) && isNear(nn[i + 1] - nn[j + 1], n, spread)) {
                    pairs++;
                    longerPairs += isNear(nn[i + 2] - nn[j + 2], n, spread) ? 1 : 0;
                }
            }
        }
        return new SampleEntropy(pairs, longerPairs);
    }

    /** |d| ≤ 0.2·SD, in whole numbers. */
    private static boolean isNear(long difference, long n, long spread) {
        return 25 * difference * difference * n * (n - 1) <= spread;
    }
}
