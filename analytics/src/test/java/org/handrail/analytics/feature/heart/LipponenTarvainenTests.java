package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.handrail.analytics.golden.Golden.assertClose;
import static org.handrail.analytics.golden.Golden.doubles;
import static org.handrail.analytics.golden.Golden.ints;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LipponenTarvainenTests {

    /** The reference prints its inner figures to nine decimals. */
    private static final double PRINTED = 0.51e-9;

    @Test
    void findsAndCorrectsAsTheInventedReferenceDoes() {
        JsonNode golden = Golden.invented("syn_rr_artefacts.json");
        assertSame(golden);
        assertSameTime(golden.get("neurokit_kubios_single").get("time"), intervals(single(golden)), "");
        assertSameTime(golden.get("neurokit_kubios_iterative").get("time"), intervals(iterated(golden)), "");
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
    void findsAndCorrectsAsTheRecordedReferenceDoes(String name) {
        JsonNode golden = Golden.recorded(name);
        assertSame(golden);
        assertSameTime(golden.get("neurokit_kubios_single").get("time"), intervals(single(golden)), "HRV_");
        assertSameTime(golden.get("neurokit_kubios_iterative").get("time"), intervals(iterated(golden)), "HRV_");
    }

    @Test
    void everyInnerFigureIsThatOfTheReference() {
        JsonNode golden = Golden.invented("syn_rr_artefacts.json");
        JsonNode expected = golden.get("lipponen_first_pass_internals");
        var trace = IntervalTrace.of(ints(golden.get("peaks_ms")));

        assertPrinted("rr", trace.interval(), expected);
        assertPrinted("drrs", trace.difference(), expected);
        assertPrinted("th1", trace.threshold(), expected);
        assertPrinted("mrrs", trace.deviation(), expected);
        assertPrinted("th2", trace.medianThreshold(), expected);
        assertPrinted("medrr", trace.median(), expected);
        assertPrinted("s12", trace.neighbour(), expected);
        assertPrinted("s22", trace.opposite(), expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aBeatThatWasMissedAndOneThatIsNoneAreFoundAndMended(long seed) {
        var random = new Random(seed);
        int[] real = breathing(random, 375);
        int missing = 50 + random.nextInt(100);
        int after = 200 + random.nextInt(100);
        int[] heard = new int[real.length];
        int size = 0;
        for (int i = 0; i < real.length; i++) {
            if (i != missing) {
                heard[size++] = real[i];
            }
            if (i == after) {
                heard[size++] = real[i] + (real[i + 1] - real[i]) / 3;
            }
        }
        var corrected = LipponenTarvainen.iterate(heard);

        assertThat(corrected.found().missed()).containsExactly(missing);
        assertThat(corrected.found().extra()).containsExactly(after);
        assertThat(corrected.peaksMs()).hasSameSizeAs(real);
        for (int i = 0; i < real.length; i++) {
            assertThat(corrected.peaksMs()[i]).as("beat %d", i).isCloseTo(real[i], within(100));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void laterPeaksHaveTheSameArtefacts(long seed) {
        int[] peaks = breathing(new Random(seed), 300);
        peaks[100] += 250;
        peaks[200] -= 300;
        var found = LipponenTarvainen.find(peaks);

        assertThat(found.count()).isPositive();
        assertThat(LipponenTarvainen.find(
                        Arrays.stream(peaks).map(peak -> peak + 1_000_000).toArray()))
                .isEqualTo(found);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58, 59, 60})
    void correctedPeaksStayInOrderAndLeaveTheGivenOnesAlone(long seed) {
        var random = new Random(seed);
        int[] peaks = breathing(random, 200);
        for (int i = 0; i < 30; i++) {
            peaks[random.nextInt(200)] += random.nextInt(700) - 350;
        }
        Arrays.sort(peaks);
        int[] given = peaks.clone();
        var corrected = LipponenTarvainen.iterate(peaks);

        assertThat(peaks).isEqualTo(given);
        assertThat(corrected.peaksMs()).isSorted();
        assertThat(corrected.passes()).isNotEmpty();
        int[] counts =
                corrected.passes().stream().mapToInt(BeatArtefacts::count).toArray();
        for (int i = 1; i < counts.length; i++) {
            assertThat(counts[i]).isLessThan(counts[i - 1]);
        }
    }

    @Test
    void tooFewOrPerfectlyEvenBeatsHaveNoArtefacts() {
        int[] even = new int[100];
        Arrays.setAll(even, i -> 800 * i);

        assertThat(LipponenTarvainen.find(new int[0])).isEqualTo(BeatArtefacts.NONE);
        assertThat(LipponenTarvainen.find(new int[] {0, 800, 3_000})).isEqualTo(BeatArtefacts.NONE);
        assertThat(LipponenTarvainen.find(even)).isEqualTo(BeatArtefacts.NONE);
        assertThat(LipponenTarvainen.iterate(even).peaksMs()).isEqualTo(even);
        assertThat(LipponenTarvainen.iterate(even).passes()).containsExactly(BeatArtefacts.NONE);
    }

    private static void assertSame(JsonNode golden) {
        int[] peaks = ints(golden.get("peaks_ms"));
        JsonNode once = golden.get("neurokit_kubios_single");
        JsonNode often = golden.get("neurokit_kubios_iterative");
        var corrected = LipponenTarvainen.iterate(peaks);

        assertSame(LipponenTarvainen.find(peaks), once.get("artifact_beat_index"));
        assertThat(single(golden)).isEqualTo(ints(once.get("corrected_peaks_ms")));
        assertThat(corrected.found()).isEqualTo(LipponenTarvainen.find(peaks));
        assertSame(corrected.last(), often.get("artifact_beat_index"));
        assertThat(corrected.peaksMs()).isEqualTo(ints(often.get("corrected_peaks_ms")));
    }

    private static int[] single(JsonNode golden) {
        int[] peaks = ints(golden.get("peaks_ms"));
        return LipponenTarvainen.correct(LipponenTarvainen.find(peaks), peaks);
    }

    private static int[] iterated(JsonNode golden) {
        return LipponenTarvainen.iterate(ints(golden.get("peaks_ms"))).peaksMs();
    }

    private static void assertSame(BeatArtefacts found, JsonNode expected) {
        assertThat(found.ectopic()).as("ectopic").isEqualTo(list(expected.get("ectopic")));
        assertThat(found.missed()).as("missed").isEqualTo(list(expected.get("missed")));
        assertThat(found.extra()).as("extra").isEqualTo(list(expected.get("extra")));
        assertThat(found.longShort()).as("long or short").isEqualTo(list(expected.get("longshort")));
    }

    private static List<Integer> list(JsonNode indices) {
        return Arrays.stream(ints(indices)).boxed().toList();
    }

    /** Mean, SDNN and RMSSD after correction, under the names of the reference. */
    private static void assertSameTime(JsonNode expected, double[] intervals, String prefix) {
        boolean isCanonical = prefix.isEmpty();
        double squares = 0;
        for (int i = 1; i < intervals.length; i++) {
            squares += Math.pow(intervals[i] - intervals[i - 1], 2);
        }
        assertClose(
                "mean",
                StatUtils.mean(intervals),
                expected.get(isCanonical ? "mean_nn" : prefix + "MeanNN").asDouble());
        assertClose(
                "SDNN",
                Math.sqrt(StatUtils.variance(intervals)),
                expected.get(isCanonical ? "sdnn" : prefix + "SDNN").asDouble());
        assertClose(
                "RMSSD",
                Math.sqrt(squares / (intervals.length - 1)),
                expected.get(isCanonical ? "rmssd" : prefix + "RMSSD").asDouble());
    }

    private static double[] intervals(int[] peaks) {
        var intervals = new double[peaks.length - 1];
        Arrays.setAll(intervals, i -> peaks[i + 1] - peaks[i]);
        return intervals;
    }

    private static void assertPrinted(String name, double[] actual, JsonNode internals) {
        assertThat(actual).as(name).usingComparatorWithPrecision(PRINTED).containsExactly(doubles(internals.get(name)));
    }

    /** Beats of somebody who breathes: invented, without artefacts. */
    private static int[] breathing(Random random, int size) {
        var peaks = new int[size];
        double phase = random.nextDouble() * 6;
        for (int i = 1; i < size; i++) {
            double interval = 850 + 40 * Math.sin(i * 0.9 + phase) + 12 * random.nextGaussian();
            peaks[i] = peaks[i - 1] + (int) Math.round(interval);
        }
        return peaks;
    }
}
