package org.handrail.analytics.feature.heart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.analytics.BandPowers;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** Beats for tests of this package: those of the reference vectors, and invented ones. */
record GoldenSeries(double[] timesMs, double[] nnMs) {

    private static final List<String> INVENTED =
            List.of("syn_hrv_rest_5min", "syn_hrv_stress_5min", "syn_hrv_vagal_5min", "syn_hrv_rest_1min");
    private static final List<String> RECORDED =
            List.of("hrv_rest_rhenan_5min", "hrv_nk_rest5min_100hz", "hrv_nk_rest8min_5min_100hz");

    /** The names of all vectors with an NN series and what the implementations make of it. */
    static Stream<Arguments> vectors() {
        return Stream.concat(INVENTED.stream(), RECORDED.stream()).map(Arguments::of);
    }

    static JsonNode vector(String name) {
        return INVENTED.contains(name) ? Golden.invented(name + ".json") : Golden.recorded(name + ".json");
    }

    static GoldenSeries of(JsonNode vector) {
        return new GoldenSeries(Golden.doubles(vector.get("t_ms")), Golden.doubles(vector.get("nn_ms")));
    }

    /** The accepted beats of a stream that end in the window before a row of its results. */
    static GoldenSeries accepted(List<Map<String, String>> beats, Map<String, String> result, int seconds) {
        double toMs = 1000 * number(result, "t_s");
        var inside = beats.stream()
                .filter(beat -> number(beat, "accepted") == 1)
                .filter(beat -> number(beat, "t_ms") > toMs - 1000 * seconds && number(beat, "t_ms") <= toMs)
                .toList();
        return new GoldenSeries(
                inside.stream().mapToDouble(beat -> number(beat, "t_ms")).toArray(),
                inside.stream().mapToDouble(beat -> number(beat, "rr_ms")).toArray());
    }

    /** NaN where the cell is empty. */
    static double number(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("No column " + column);
        }
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** Intervals without a gap, from time 0. */
    static GoldenSeries following(double[] nnMs) {
        double[] times = nnMs.clone();
        Arrays.parallelPrefix(times, Double::sum);
        return new GoldenSeries(times, nnMs);
    }

    /** Beats until a length of time, each as long as the given function of its beginning says. */
    static GoldenSeries lasting(double seconds, DoubleUnaryOperator nnMsAtMs) {
        var times = new double[(int) (seconds * 4)];
        var nn = new double[times.length];
        int count = 0;
        for (double time = 0; time < seconds * 1000; count++) {
            nn[count] = nnMsAtMs.applyAsDouble(time);
            time += nn[count];
            times[count] = time;
        }
        return new GoldenSeries(Arrays.copyOf(times, count), Arrays.copyOf(nn, count));
    }

    /** A heart at rest: breathing at 0.25 Hz, blood pressure at 0.1 Hz, and chance. */
    static GoldenSeries atRest(double seconds, Random random) {
        return lasting(
                seconds, time -> 820 + 25 * wave(0.25, time) + 20 * wave(0.1, time) + 15 * random.nextGaussian());
    }

    static double wave(double hertz, double timeMs) {
        return Math.sin(2 * Math.PI * hertz * timeMs / 1000);
    }

    GoldenSeries at(IntStream indices) {
        int[] chosen = indices.toArray();
        return new GoldenSeries(
                Arrays.stream(chosen).mapToDouble(i -> timesMs[i]).toArray(),
                Arrays.stream(chosen).mapToDouble(i -> nnMs[i]).toArray());
    }

    GoldenSeries later(double ms) {
        return new GoldenSeries(Arrays.stream(timesMs).map(t -> t + ms).toArray(), nnMs);
    }

    int count() {
        return nnMs.length;
    }

    int[] ticks() {
        return Arrays.stream(nnMs).mapToInt(nn -> (int) Math.round(nn)).toArray();
    }

    BandPowers lomb() {
        return LombSpectrum.bands(timesMs, nnMs, count());
    }

    /** Compares with the block of a reference vector, as far as that has the band or share. */
    static void assertClose(String what, BandPowers powers, JsonNode expected) {
        Golden.assertClose(what + " vlf", powers.vlf(), expected.get("vlf").asDouble());
        Golden.assertClose(what + " lf", powers.lf(), expected.get("lf").asDouble());
        Golden.assertClose(what + " hf", powers.hf(), expected.get("hf").asDouble());
        Golden.assertClose(
                what + " lfnu", powers.lfNormalised(), expected.get("lfnu").asDouble());
        Golden.assertClose(
                what + " hfnu", powers.hfNormalised(), expected.get("hfnu").asDouble());
        if (expected.has("lf_hf")) {
            Golden.assertClose(
                    what + " lf/hf", powers.lfHf(), expected.get("lf_hf").asDouble());
            Golden.assertClose(
                    what + " total", powers.total(), expected.get("total").asDouble());
        }
    }
}
