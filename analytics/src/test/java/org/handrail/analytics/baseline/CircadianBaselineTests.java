package org.handrail.analytics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CircadianBaselineTests {

    private static final CircadianBaseline.Settings REFERENCE = CircadianBaseline.Settings.of(70, 10, 6, 60);

    /** science/golden/syn_decision.json, baseline_synthetic: three invented days of heart rate with gaps. */
    @Test
    void followsTheReferenceMinuteByMinute() throws IOException {
        JsonNode golden = golden("/golden/syn_baseline.json");
        JsonNode rates = golden.get("hr_per_min");
        int next = 0;
        var baseline = CircadianBaseline.start(REFERENCE);
        for (int minute = 0; minute < rates.size(); minute++) {
            if (rates.get(minute).isNull()) {
                continue;
            }
            double rate = rates.get(minute).asDouble();
            int hour = minute / 60 % 24;
            double deviation = baseline.deviation(REFERENCE, rate, hour);
            if (Math.abs(deviation) < 3) {
                baseline = baseline.learn(REFERENCE, rate, hour);
            }
            // The reference notes the deviation before the minute was learnt from, level and spread after.
            JsonNode expected = golden.get("every5th_m_z_level_sigma").path(next);
            if (expected.path(0).asInt(-1) == minute) {
                assertThat(deviation).as("deviation in minute %d", minute).isCloseTo(at(expected, 1), within(1e-8));
                assertThat(baseline.level(REFERENCE, hour)).isCloseTo(at(expected, 2), within(1e-8));
                assertThat(baseline.spread(REFERENCE)).isCloseTo(at(expected, 3), within(1e-8));
                next++;
            }
        }
        assertThat(next).isEqualTo(golden.get("every5th_m_z_level_sigma").size());
    }

    @Test
    void aFirstValueFarFromThePopulationIsNoGreatDeviation() {
        assertThat(CircadianBaseline.start(REFERENCE).deviation(REFERENCE, 90, 12))
                .isBetween(1.0, 2.0);
    }

    @Test
    void itsNumbersAreAllThatItIs() {
        var baseline =
                CircadianBaseline.start(REFERENCE).learn(REFERENCE, 64, 3).learn(REFERENCE, 66, 4);

        assertThat(CircadianBaseline.of(baseline.numbers())).isEqualTo(baseline);
    }

    @Test
    void aJourneyHalvesTheTrustInHoursAndLeavesThePersonAlone() {
        var baseline = CircadianBaseline.start(REFERENCE);
        for (int minute = 0; minute < 400; minute++) {
            baseline = baseline.learn(REFERENCE, minute < 200 ? 60 : 80, minute < 200 ? 3 : 15);
        }
        var travelled = baseline.travelled();
        double[] expected = baseline.numbers();
        for (int hour = 0; hour < 24; hour++) {
            expected[3 + hour] /= 2;
        }

        assertThat(travelled.numbers()).containsExactly(expected);
        assertThat(travelled.minutes()).isEqualTo(400);
        assertThat(travelled.spread(REFERENCE)).isEqualTo(baseline.spread(REFERENCE));
        assertThat(travelled.level(REFERENCE, 15) - travelled.level(REFERENCE, 3))
                .isPositive()
                .isLessThan(baseline.level(REFERENCE, 15) - baseline.level(REFERENCE, 3));
    }

    private static double at(JsonNode row, int column) {
        return row.get(column).asDouble();
    }

    private static JsonNode golden(String resource) throws IOException {
        try (var in = Objects.requireNonNull(CircadianBaselineTests.class.getResourceAsStream(resource))) {
            return JsonMapper.builder().build().readTree(in);
        }
    }
}
