package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.handrail.analytics.BandPowers;
import org.handrail.analytics.feature.heart.WelchSpectrum.Settings;
import org.handrail.analytics.feature.heart.WelchSpectrum.Trend;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WelchSpectrumTests {

    private static final WelchSpectrum USUAL = new WelchSpectrum(new Settings(256, 4096, Trend.MEAN));

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsTheReference(String name) {
        var vector = GoldenSeries.vector(name);
        var series = GoldenSeries.of(vector);

        GoldenSeries.assertClose(
                name,
                WelchSpectrum.bands(series.timesMs(), series.nnMs(), series.count()),
                vector.at("/out/canonical/welch_natural_256_nfft4096_const"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsTheReferenceInItsOtherSettings(String name) {
        var vector = GoldenSeries.vector(name);
        var canonical = vector.at("/out/canonical");
        var beats = GoldenSeries.of(vector);
        double[] series = WelchSpectrum.resampled(beats.timesMs(), beats.nnMs(), beats.count());

        GoldenSeries.assertClose(
                name + " without its line",
                new WelchSpectrum(new Settings(256, 4096, Trend.LINE)).ofSeries(series),
                canonical.get("welch_natural_256_nfft4096_lineardetrend"));
        GoldenSeries.assertClose(
                name + " in minutes",
                new WelchSpectrum(new Settings(240, 512, Trend.MEAN)).ofSeries(series),
                canonical.get("welch_natural_240_hop120_nfft512_const"));
        GoldenSeries.assertClose(
                name + " joined by lines",
                USUAL.ofSeries(Resampling.byLines(beats)),
                canonical.get("welch_linear_256_nfft4096_const"));
        GoldenSeries.assertClose(
                name + " without knots near the ends",
                USUAL.ofSeries(Resampling.withoutEndKnots(beats, 0)),
                canonical.get("welch_notaknot_256_nfft4096_const"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.handrail.analytics.feature.heart.GoldenSeries#vectors")
    void equalsHrvAnalysisWhenJoinedByLines(String name) {
        var vector = GoldenSeries.vector(name);

        GoldenSeries.assertClose(
                name, USUAL.ofSeries(Resampling.byLines(GoldenSeries.of(vector))), vector.at("/out/hrvanalysis/welch"));
    }

    /**
     * That library pads nothing, has a spline without end knots, and begins its series one beat before the first beat ends. Its
     * VLF begins at 0 Hz and is another band.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"syn_hrv_rest_5min", "syn_hrv_stress_5min", "syn_hrv_vagal_5min", "hrv_rest_rhenan_5min"})
    void equalsRhenanbartelsInItsSettings(String name) {
        var vector = GoldenSeries.vector(name);
        var beats = GoldenSeries.of(vector);
        var expected = vector.at("/out/rhenanbartels/welch");
        var powers = new WelchSpectrum(new Settings(256, 256, Trend.MEAN))
                .ofSeries(Resampling.withoutEndKnots(beats, beats.nnMs()[0]));

        Golden.assertClose(name + " lf", powers.lf(), expected.get("lf").asDouble());
        Golden.assertClose(name + " hf", powers.hf(), expected.get("hf").asDouble());
    }

    @Test
    void resamplesAsTheReference() {
        var vector = Golden.recorded("psd_rest_rhenan_5min.json");
        var beats = GoldenSeries.following(Golden.doubles(vector.get("nn_ms")));
        double[] series = WelchSpectrum.resampled(beats.timesMs(), beats.nnMs(), beats.count());

        assertAllClose("natural", series, Golden.doubles(vector.get("resampled_natural")));
        assertAllClose("lines", Resampling.byLines(beats), Golden.doubles(vector.get("resampled_linear")));
    }

    @Test
    void weighsTheShortTransformAsTheReference() {
        var expected = Golden.recorded("psd_rest_rhenan_5min.json").get("band_weights_512");
        double scale = 2 / (4 * 256 * 3 / 8.0);
        double[] edges = {0.003, 0.04, 0.15, 0.40};
        String[] bands = {"vlf", "lf", "hf"};
        for (int band = 0; band < bands.length; band++) {
            double[] weights = WelchSpectrum.weights(4096, edges[band], edges[band + 1]);
            double[] reference = Golden.doubles(expected.get(bands[band]));
            double most = Arrays.stream(reference).map(Math::abs).max().orElseThrow();
            for (int j = 0; j < reference.length; j++) {
                double sides = j == 0 || j == 256 ? 1 : 2;
                // Weights of far frequencies are differences of large numbers: exact against the largest.
                assertThat(scale * sides * weights[j])
                        .as("%s %d", bands[band], j)
                        .isCloseTo(reference[j], within(1e-9 * most));
            }
        }
    }

    @Test
    void anOscillationHasItsPowerInItsBand() {
        var low = welch(GoldenSeries.lasting(300, time -> 850 + 30 * GoldenSeries.wave(0.1, time)));
        var high = welch(GoldenSeries.lasting(300, time -> 850 + 30 * GoldenSeries.wave(0.25, time)));

        assertThat(low.lf()).isCloseTo(450, Percentage.withPercentage(5));
        assertThat(low.lfNormalised()).isGreaterThan(99);
        assertThat(high.hf()).isCloseTo(450, Percentage.withPercentage(10));
        assertThat(high.hfNormalised()).isGreaterThan(99);
    }

    @Test
    void isTheSameAtAnotherTimeOfDay() {
        var series = GoldenSeries.atRest(300, new Random(1));

        assertThat(welch(series.later(86_400_000 + 0.5)).hf())
                .isCloseTo(welch(series).hf(), Percentage.withPercentage(1e-5));
    }

    @Test
    void tooLittleIsUnknown() {
        var series = GoldenSeries.atRest(300, new Random(2));

        assertThat(WelchSpectrum.bands(series.timesMs(), series.nnMs(), 0)).isEqualTo(BandPowers.UNKNOWN);
        assertThat(WelchSpectrum.bands(series.timesMs(), series.nnMs(), 3)).isEqualTo(BandPowers.UNKNOWN);
        assertThat(welch(GoldenSeries.atRest(9, new Random(3)))).isEqualTo(BandPowers.UNKNOWN);
        assertThat(welch(GoldenSeries.atRest(20, new Random(3))).hf()).isPositive();
    }

    @Test
    void timesThatDoNotRiseAndUnknownNumbersAreUnknown() {
        var doubled = GoldenSeries.atRest(300, new Random(4));
        doubled.timesMs()[8] = doubled.timesMs()[7];
        var unknownTime = GoldenSeries.atRest(300, new Random(4));
        unknownTime.timesMs()[8] = Double.NaN;
        var unknownBeat = GoldenSeries.atRest(300, new Random(4));
        unknownBeat.nnMs()[8] = Double.NaN;

        assertThat(welch(doubled)).isEqualTo(BandPowers.UNKNOWN);
        assertThat(welch(unknownTime)).isEqualTo(BandPowers.UNKNOWN);
        assertThat(welch(unknownBeat)).isEqualTo(BandPowers.UNKNOWN);
    }

    @Test
    void refusesSettingsThatItCannotKeepExact() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(257, 4096, Trend.MEAN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(256, 4000, Trend.MEAN));
    }

    private static BandPowers welch(GoldenSeries series) {
        return WelchSpectrum.bands(series.timesMs(), series.nnMs(), series.count());
    }

    private static void assertAllClose(String what, double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            Golden.assertClose(what + " " + i, actual[i], expected[i]);
        }
    }
}
