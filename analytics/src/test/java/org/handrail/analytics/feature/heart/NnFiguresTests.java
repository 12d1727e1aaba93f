package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.analytics.golden.Golden.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The figures of one window against the reference values and against their own laws. */
class NnFiguresTests {

    /** 1/64 s is 15.625 ms, a whole number of eighths. */
    private static final int EIGHTHS = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syn_hrv_rest_1min.json",
                "syn_hrv_rest_5min.json",
                "syn_hrv_stress_5min.json",
                "syn_hrv_vagal_5min.json"
            })
    void inventedSeriesGiveTheCanonicalFigures(String name) {
        checkSeries(Golden.invented(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hrv_nk_rest5min_100hz.json", "hrv_nk_rest8min_5min_100hz.json", "hrv_rest_rhenan_5min.json"})
    void realSeriesGiveTheCanonicalFigures(String name) {
        checkSeries(Golden.recorded(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rr_e4_S01_best.json", "rr_e4_S01_typical.json"})
    void wristBeatsWithGapsGiveTheFiguresThatKnowOfTheGaps(String name) {
        var golden = Golden.recorded(name);
        double[] ends = Golden.doubles(golden.get("t_ms"));
        double[] nn = Golden.doubles(golden.get("nn_ms"));
        var window = new AllBeats(EIGHTHS);
        for (int i = 0; i < nn.length; i++) {
            window.add((long) (EIGHTHS * ends[i]), (int) (EIGHTHS * nn[i]));
        }

        checkTime(golden.get("canonical_gap_aware"), window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rr_mitlt_14046.json",
                "rr_mitlt_14134.json",
                "rr_mitlt_14149.json",
                "rr_rhenan_noisy.json",
                "rr_injected_rest_rhenan.json"
            })
    void ofRealBeatsTheOnesThatTheReferenceAcceptsAreAcceptedAndGiveItsFigures(String name) {
        checkAccepted(Golden.recorded(name));
    }

    @Test
    void ofInventedBeatsTheOnesThatTheReferenceAcceptsAreAcceptedAndGiveItsFigures() {
        checkAccepted(Golden.invented("syn_rr_artefacts.json"));
    }

    private static void checkAccepted(JsonNode golden) {
        var beats = SlidingBeats.start(1);
        var window = new AllBeats(1);
        var excluded = new ArrayList<Integer>();
        int[] rr = Golden.ints(golden.get("rr_ms"));
        long end = 0;
        for (int i = 0; i < rr.length; i++) {
            end += rr[i];
            beats.push(end, rr[i]);
            long[] packed = beats.packed();
            if (PackedBeat.isAccepted(packed[packed.length - 1])) {
                window.add(end, rr[i]);
            } else {
                excluded.add(i);
            }
        }

        int[] flagged = Golden.ints(golden.get("flagged_interval_index").get("recommended_last_good_20pct"));
        assertThat(excluded)
                .containsExactlyElementsOf(Arrays.stream(flagged).boxed().toList());
        checkTime(golden.get("time_recommended"), window);
    }

    @Test
    void everyFigureAgreesWithOtherPeoplesImplementations() {
        var golden = Golden.invented("syn_hrv_rest_5min.json");
        var window = window(golden);
        var nn = window.series();
        var neurokit = golden.get("out").get("neurokit2");
        var time = neurokit.get("time");
        Map.of(
                        "HRV_MeanNN", window.sums.meanNn(),
                        "HRV_SDNN", window.sums.sdnn(),
                        "HRV_RMSSD", window.sums.rmssd(),
                        "HRV_SDSD", window.sums.sdsd(),
                        "HRV_HTI", window.bins.triangularIndex(),
                        "HRV_pNN50", window.sums.pnn50() * (nn.size() - 1) / nn.size(),
                        "HRV_pNN20", window.sums.pnn20() * (nn.size() - 1) / nn.size())
                .forEach((name, actual) ->
                        assertClose(name, actual, time.get(name).asDouble()));
        assertClose(
                "SD1",
                window.sums.sd1(),
                neurokit.get("nonlinear").get("HRV_SD1").asDouble());
        assertClose(
                "SD2",
                window.sums.sd2(),
                neurokit.get("nonlinear").get("HRV_SD2").asDouble());
        var analysis = golden.get("out").get("hrvanalysis").get("time");
        assertClose("sdnn", window.sums.sdnn(), analysis.get("sdnn").asDouble());
        assertClose("rmssd", window.sums.rmssd(), analysis.get("rmssd").asDouble());
        assertClose("pnn50", window.sums.pnn50(), analysis.get("pnni_50").asDouble());
    }

    @Test
    void spreadsGrowWithTheSeriesAndDoNotMoveWithItsMean() {
        var random = new Random(11);
        int[] nn = random.ints(300, 700, 900).toArray();
        var plain = window(nn, 1, 0);
        var doubled = window(nn, 2, 0);
        var shifted = window(nn, 1, 250);

        assertClose("rmssd", doubled.sums.rmssd(), 2 * plain.sums.rmssd());
        assertClose("sdnn", doubled.sums.sdnn(), 2 * plain.sums.sdnn());
        assertClose("sd2", doubled.sums.sd2(), 2 * plain.sums.sd2());
        assertClose("rmssd", shifted.sums.rmssd(), plain.sums.rmssd());
        assertClose("sdnn", shifted.sums.sdnn(), plain.sums.sdnn());
        assertThat(shifted.sums.nn50()).isEqualTo(plain.sums.nn50());
        assertThat(shifted.sums.nn20()).isEqualTo(plain.sums.nn20());
    }

    @Test
    void tooFewBeatsHaveNoFigure() {
        var sums = new BeatSums(1);
        assertThat(sums.meanNn()).isNaN();
        sums.countNn(1, 800);
        assertThat(sums.sdnn()).isNaN();
        assertThat(sums.rmssd()).isNaN();
        assertThat(sums.pnn50()).isNaN();
    }

    private static void checkSeries(JsonNode golden) {
        var window = window(golden);
        var canonical = golden.get("out").get("canonical");
        checkTime(canonical.get("time"), window);
        assertClose(
                "triangular index",
                window.bins.triangularIndex(),
                canonical.get("triangular_index_7p8125").asDouble());
        var baevsky = canonical.get("baevsky_50ms");
        double rangeS = (window.bins.most() - window.bins.least()) / 1_000;
        double withMedian = window.bins.modeShare() / (2 * window.series().median() / 1_000 * rangeS);
        Map.of(
                        "mo_s", window.bins.mode(),
                        "amo_pct", window.bins.modeShare(),
                        "mxdmn_s", rangeS,
                        "si", window.bins.stressIndex(),
                        "sqrt_si", Math.sqrt(window.bins.stressIndex()),
                        "si_mo_median", withMedian,
                        "sqrt_si_mo_median", Math.sqrt(withMedian))
                .forEach((name, actual) ->
                        assertClose(name, actual, baevsky.get(name).asDouble()));
    }

    private static void checkTime(JsonNode expected, AllBeats window) {
        var sums = window.sums;
        var nn = window.series();
        assertThat(sums.nnCount()).isEqualTo(expected.get("n_nn").asInt());
        assertThat(sums.differences()).isEqualTo(expected.get("n_diff").asInt());
        assertThat(sums.nn50()).isEqualTo(expected.get("nn50").asInt());
        assertThat(sums.nn20()).isEqualTo(expected.get("nn20").asInt());
        Map.ofEntries(
                        Map.entry("mean_nn", sums.meanNn()),
                        Map.entry("median_nn", nn.median()),
                        Map.entry("sdnn", sums.sdnn()),
                        Map.entry("rmssd", sums.rmssd()),
                        Map.entry("ln_rmssd", Math.log(sums.rmssd())),
                        Map.entry("sdsd", sums.sdsd()),
                        Map.entry("cvnn", sums.cvnn()),
                        Map.entry("cvsd", sums.cvsd()),
                        Map.entry("pnn50", sums.pnn50()),
                        Map.entry("pnn20", sums.pnn20()),
                        Map.entry("mean_hr_of_mean", sums.heartRate()),
                        Map.entry("mean_hr_inst", nn.meanOfRates()),
                        Map.entry("min_nn", window.bins.least()),
                        Map.entry("max_nn", window.bins.most()),
                        Map.entry("sd1", sums.sd1()),
                        Map.entry("sd2", sums.sd2()),
                        Map.entry("sd1_sd2", sums.sd1() / sums.sd2()))
                .forEach((name, actual) ->
                        assertClose(name, actual, expected.get(name).asDouble()));
    }

    private static AllBeats window(JsonNode golden) {
        return window(Golden.ints(golden.get("nn_ms")), 1, 0);
    }

    private static AllBeats window(int[] nn, int scale, int shift) {
        var window = new AllBeats(1);
        long end = 0;
        for (int interval : nn) {
            int changed = scale * interval + shift;
            end += changed;
            window.add(end, changed);
        }
        return window;
    }

    /** A window in which every beat is accepted, as in a corrected series. */
    private static final class AllBeats {
        private final int ticksPerMs;
        private final BeatSums sums;
        private final NnBins bins;
        private long[] ends = new long[0];
        private int[] nn = new int[0];

        private AllBeats(int ticksPerMs) {
            this.ticksPerMs = ticksPerMs;
            this.sums = new BeatSums(ticksPerMs);
            this.bins = new NnBins(ticksPerMs);
        }

        private void add(long end, int interval) {
            int last = nn.length - 1;
            if (last >= 0 && Math.abs(end - ends[last] - interval) <= 20L * ticksPerMs) {
                sums.countPair(1, nn[last], interval);
            }
            sums.countNn(1, interval);
            bins.add(interval);
            ends = Arrays.copyOf(ends, last + 2);
            nn = Arrays.copyOf(nn, last + 2);
            ends[last + 1] = end;
            nn[last + 1] = interval;
        }

        private NnSeries series() {
            return new NnSeries(ticksPerMs, ends, nn);
        }
    }
}
