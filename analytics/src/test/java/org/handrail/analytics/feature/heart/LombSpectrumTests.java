package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.handrail.analytics.BandPowers;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LombSpectrumTests {

    /** Only rounding: how far two orders of the same sums may lie apart. */
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsTheReference(String name) {
        var vector = GoldenSeries.vector(name);

        GoldenSeries.assertClose(name, GoldenSeries.of(vector).lomb(), vector.at("/out/canonical/lomb_fixed_grid_600"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"rr_e4_S01_best", "rr_e4_S01_typical"})
    void equalsTheReferenceOnTrueTimesWithGaps(String name) {
        var vector = Golden.recorded(name + ".json");

        GoldenSeries.assertClose(name, GoldenSeries.of(vector).lomb(), vector.get("lomb_fixed_grid_600_true_times"));
    }

    @Test
    void equalsTheDensityOfTheReferenceAtEachFrequency() {
        var vector = Golden.recorded("psd_rest_rhenan_5min.json");
        var beats = GoldenSeries.following(Golden.doubles(vector.get("nn_ms")));
        double[] density = LombSpectrum.density(beats.timesMs(), beats.nnMs(), beats.count());

        double[] expected = Golden.doubles(vector.at("/lomb_fixed_grid/psd_ms2_per_hz"));
        assertThat(density).hasSameSizeAs(expected);
        for (int i = 0; i < density.length; i++) {
            Golden.assertClose("density at k = " + (i + 2), density[i], expected[i]);
        }
    }

    @Test
    void equalsEachMinuteOfTheInventedStream() {
        var beats = Golden.inventedTable("syn_stream_in.csv");
        int checked = 0;
        for (var row : Golden.inventedTable("syn_stream_out.csv")) {
            for (int seconds : new int[] {60, 300}) {
                var powers = GoldenSeries.accepted(beats, row, seconds).lomb();
                for (var band : Map.of("lf_", powers.lf(), "hf_", powers.hf()).entrySet()) {
                    double expected = GoldenSeries.number(row, band.getKey() + seconds);
                    if (!Double.isNaN(expected)) {
                        Golden.assertClose(band.getKey() + seconds + " " + row, band.getValue(), expected);
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void isTheSameAtAnotherTimeOfDay() {
        var series = GoldenSeries.atRest(300, new Random(1));

        assertClose(series.later(86_399_999.5).lomb(), series.lomb());
        assertClose(series.later(-123_456).lomb(), series.lomb());
    }

    @Test
    void isTheSameInAnyOrderOfBeats() {
        var series = GoldenSeries.atRest(300, new Random(2));
        var order = IntStream.range(0, series.count()).boxed().collect(Collectors.toList());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(order, new Random(seed));

            assertClose(series.at(order.stream().mapToInt(i -> i)).lomb(), series.lomb());
        }
    }

    @Test
    void readsNoFurtherThanItsBeats() {
        var series = GoldenSeries.atRest(300, new Random(3));
        for (int count = 4; count <= series.count(); count++) {
            var cut = series.at(IntStream.range(0, count));

            assertThat(LombSpectrum.bands(series.timesMs(), series.nnMs(), count))
                    .isEqualTo(cut.lomb());
        }
    }

    @Test
    void growsWithTheSquareOfTheAmplitude() {
        var series = GoldenSeries.atRest(300, new Random(4));
        double mean = Arrays.stream(series.nnMs()).average().orElseThrow();
        double[] wider =
                Arrays.stream(series.nnMs()).map(nn -> mean + 3 * (nn - mean)).toArray();
        var powers = new GoldenSeries(series.timesMs(), wider).lomb();

        assertThat(powers.lf()).isCloseTo(9 * series.lomb().lf(), ROUNDING);
        assertThat(powers.hf()).isCloseTo(9 * series.lomb().hf(), ROUNDING);
    }

    @Test
    void anOscillationHasItsPowerInItsBand() {
        var low = GoldenSeries.lasting(300, time -> 850 + 30 * GoldenSeries.wave(0.1, time))
                .lomb();
        var high = GoldenSeries.lasting(300, time -> 850 + 30 * GoldenSeries.wave(0.25, time))
                .lomb();

        assertThat(low.lf()).isCloseTo(450, Percentage.withPercentage(5));
        assertThat(low.lfNormalised()).isGreaterThan(95);
        assertThat(high.hf()).isCloseTo(450, Percentage.withPercentage(5));
        assertThat(high.hfNormalised()).isGreaterThan(95);
    }

    @Test
    void anOscillationHasItsPowerInItsBandAroundALongGap() {
        var whole = GoldenSeries.lasting(300, time -> 850 + 30 * GoldenSeries.wave(0.1, time));
        var powers = whole.at(IntStream.range(0, whole.count()).filter(i -> i < 100 || i >= 200))
                .lomb();

        assertThat(powers.lf()).isCloseTo(450, Percentage.withPercentage(5));
        assertThat(powers.lfNormalised()).isGreaterThan(95);
    }

    /** Single beats missing by chance scatter power over all frequencies: a quarter, more or less, leaves the band. */
    @Test
    void anOscillationIsFoundInItsBandWithThreeInTenBeatsMissing() {
        var whole = GoldenSeries.lasting(300, time -> 850 + 30 * GoldenSeries.wave(0.1, time));
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var powers = whole.at(IntStream.range(0, whole.count()).filter(i -> random.nextDouble() >= 0.3))
                    .lomb();

            assertThat(powers.lf()).as("seed %d", seed).isBetween(0.65 * 450, 0.85 * 450);
            assertThat(powers.hfNormalised()).as("seed %d", seed).isLessThan(20);
        }
    }

    @Test
    void aMetronomeHasNoPower() {
        var powers = GoldenSeries.lasting(300, time -> 1250).lomb();

        assertThat(powers).isEqualTo(new BandPowers(0, 0, 0));
    }

    @Test
    void anEvenSeriesAtHalfItsOwnRateHasItsLimit() {
        var times = IntStream.rangeClosed(1, 240).mapToDouble(i -> i * 1250).toArray();
        var nn = IntStream.rangeClosed(1, 240)
                .mapToDouble(i -> i % 2 == 0 ? 1260 : 1240)
                .toArray();
        double[] density = LombSpectrum.density(times, nn, 240);

        assertThat(density[238]).isCloseTo(2 * 1.25 * 240 * 100 / 2, within(1e-6));
    }

    @Test
    void tooFewBeatsAndUnknownNumbersAreUnknown() {
        var series = GoldenSeries.atRest(300, new Random(5));
        assertThat(LombSpectrum.bands(series.timesMs(), series.nnMs(), 3)).isEqualTo(BandPowers.UNKNOWN);
        assertThat(LombSpectrum.bands(series.timesMs(), series.nnMs(), 0)).isEqualTo(BandPowers.UNKNOWN);

        series.nnMs()[7] = Double.NaN;
        assertThat(series.lomb()).isEqualTo(BandPowers.UNKNOWN);

        var other = GoldenSeries.atRest(300, new Random(5));
        other.timesMs()[7] = Double.NaN;
        assertThat(other.lomb()).isEqualTo(BandPowers.UNKNOWN);
    }

    private static void assertClose(BandPowers actual, BandPowers expected) {
        assertThat(actual.vlf()).isCloseTo(expected.vlf(), ROUNDING);
        assertThat(actual.lf()).isCloseTo(expected.lf(), ROUNDING);
        assertThat(actual.hf()).isCloseTo(expected.hf(), ROUNDING);
    }
}
