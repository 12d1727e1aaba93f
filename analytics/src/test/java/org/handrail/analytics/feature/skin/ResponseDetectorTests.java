package org.handrail.analytics.feature.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.analytics.golden.Golden.assertClose;
import static org.handrail.analytics.golden.Golden.doubles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ResponseDetectorTests {

    /** The settings of {@code scr_stream_amp0p01}; its hysteresis is half of the amplitude. */
    private static final ResponseSettings FAINT = new ResponseSettings(0.01, 0.005, 0.5, 6, 0);

    @Test
    void findsTheResponsesOfTheInventedReference() {
        assertSame(Golden.invented("syn_eda_5min.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eda_e4_S01.json", "eda_e4_S05.json", "eda_nk_eventrelated_4hz.json", "eda_nk_rest8min_4hz.json"
            })
    void findsTheResponsesOfTheRecordedReference(String name) {
        assertSame(Golden.recorded(name));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsTheSameHoweverTheSamplesAreCutAndStored(long seed) {
        var random = new Random(seed);
        double[] smoothed = smooth(SkinSamples.invented(random, 2_000));
        var whole = run(ResponseSettings.STANDARD, smoothed);
        var pieces = new Found();
        var detector = new ResponseDetector(ResponseSettings.STANDARD);
        detector.restart(SkinSamples.SPACING_MS);
        int longest = 1 + random.nextInt(60);
        for (int from = 0; from < smoothed.length; ) {
            int to = Math.min(smoothed.length, from + 1 + random.nextInt(longest));
            detector.take(smoothed, from, to, pieces);
            detector = new ResponseDetector(ResponseSettings.STANDARD, detector.numbers());
            from = to;
        }

        assertThat(whole.responses).hasSizeGreaterThan(5);
        assertThat(pieces.responses).isEqualTo(whole.responses);
        assertThat(pieces.recoveries).isEqualTo(whole.recoveries);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void anotherLevelChangesNoResponse(long seed) {
        double[] smoothed = smooth(SkinSamples.invented(new Random(seed), 2_000));
        double[] raised = Arrays.stream(smoothed).map(value -> value + 8).toArray();
        var here = run(ResponseSettings.STANDARD, smoothed);
        var there = run(ResponseSettings.STANDARD, raised);

        assertThat(there.responses).hasSameSizeAs(here.responses);
        for (int i = 0; i < here.responses.size(); i++) {
            assertThat(there.responses.get(i).peak())
                    .isEqualTo(here.responses.get(i).peak());
            assertClose(
                    "amplitude",
                    there.responses.get(i).amplitude(),
                    here.responses.get(i).amplitude(),
                    1e-12 / 0.05);
        }
    }

    @Test
    void aRiseThatNeverTurnsBackIsNoResponseYet() {
        double[] rising = new double[100];
        Arrays.setAll(rising, i -> 1 + 0.05 * i);

        assertThat(run(ResponseSettings.STANDARD, rising).responses).isEmpty();
    }

    private static void assertSame(JsonNode golden) {
        double[] smoothed = smooth(doubles(golden.get("eda_uS")));
        JsonNode canonical = golden.get("canonical");
        JsonNode events = canonical.get("scr_stream").get("events");
        var found = run(ResponseSettings.STANDARD, smoothed);

        assertThat(found.responses).hasSize(canonical.get("scr_stream").get("n").asInt());
        for (int i = 0; i < events.size(); i++) {
            var response = found.responses.get(i);
            assertThat(response.onset())
                    .as("onset")
                    .isEqualTo(events.get(i).get("onset").asLong());
            assertThat(response.peak())
                    .as("peak")
                    .isEqualTo(events.get(i).get("peak").asLong());
            assertThat(response.confirmed())
                    .as("confirmed")
                    .isEqualTo(events.get(i).get("confirmed").asLong());
            assertClose(
                    "amplitude", response.amplitude(), events.get(i).get("amp").asDouble());
            assertClose("rise", response.riseS(), events.get(i).get("rise_s").asDouble());
            JsonNode half = events.get(i).get("half_recovery_s");
            assertClose("half recovery", found.recoveries.get(i), half.isNull() ? Double.NaN : half.asDouble());
        }
        assertThat(run(FAINT, smoothed).responses)
                .hasSize(canonical.get("scr_stream_amp0p01").get("n").asInt());
    }

    private static Found run(ResponseSettings settings, double[] smoothed) {
        var found = new Found();
        var detector = new ResponseDetector(settings);
        detector.restart(SkinSamples.SPACING_MS);
        detector.take(smoothed, 0, smoothed.length, found);
        return found;
    }

    private static double[] smooth(double[] values) {
        double[] smoothed = values.clone();
        for (int i = 1; i + 1 < values.length; i++) {
            smoothed[i] = 0.25 * values[i - 1] + 0.5 * values[i] + 0.25 * values[i + 1];
        }
        return smoothed;
    }

    /** Responses and, beside each, its half recovery, NaN where it has none. */
    private static final class Found implements ResponseListener {

        private final List<Response> responses = new ArrayList<>();
        private final List<Double> recoveries = new ArrayList<>();

        @Override
        public void confirmed(Response response) {
            responses.add(response);
            recoveries.add(Double.NaN);
        }

        @Override
        public void halfRecovered(double seconds) {
            recoveries.set(recoveries.size() - 1, seconds);
        }
    }
}
