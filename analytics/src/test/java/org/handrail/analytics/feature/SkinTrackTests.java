package org.handrail.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.handrail.analytics.quality.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SkinTrackTests {

    /** science/golden/syn_eda_5min.json: five invented minutes at 4 Hz with ten known responses, eight above the least. */
    @Test
    void findsTheResponsesOfTheReference() throws IOException {
        JsonNode golden = golden();
        double[] values = values(golden);

        assertThat(SkinTrack.start().over(samples(values, 0, values.length)).responses())
                .isEqualTo(golden.get("canonical").get("scr_stream").get("n").asInt());
    }

    @Test
    void findsTheSameHoweverTheSamplesAreCut() throws IOException {
        double[] values = values(golden());
        int whole = SkinTrack.start().over(samples(values, 0, values.length)).responses();
        for (int cut : new int[] {1, 7, 40, 240}) {
            var track = SkinTrack.start();
            int responses = 0;
            for (int from = 0; from < values.length; from += cut) {
                var advance = track.over(samples(values, from, Math.min(values.length, from + cut)));
                track = SkinTrack.of(advance.next().stored());
                responses += advance.responses();
            }
            assertThat(responses).as("cut into %d samples", cut).isEqualTo(whole);
        }
    }

    @Test
    void aPauseIsNoResponse() {
        double[] low = new double[100];
        double[] high = new double[100];
        Arrays.fill(low, 1);
        Arrays.fill(high, 2);
        var before = SkinTrack.start().over(samples(low, 0, 100)).next();
        var after = new Samples(times(1_000, 100), high, 250, 1);

        assertThat(before.over(after).responses()).isZero();
    }

    private static Samples samples(double[] values, int from, int to) {
        return new Samples(times(from, to - from), Arrays.copyOfRange(values, from, to), 250, 1);
    }

    private static long[] times(int from, int count) {
        var times = new long[count];
        Arrays.setAll(times, i -> (from + i) * 250L);
        return times;
    }

    private static double[] values(JsonNode golden) {
        JsonNode samples = golden.get("eda_uS");
        var values = new double[samples.size()];
        Arrays.setAll(values, i -> samples.get(i).asDouble());
        return values;
    }

    private static JsonNode golden() throws IOException {
        try (var in = Objects.requireNonNull(SkinTrackTests.class.getResourceAsStream("/golden/syn_eda_5min.json"))) {
            return JsonMapper.builder().build().readTree(in);
        }
    }
}
