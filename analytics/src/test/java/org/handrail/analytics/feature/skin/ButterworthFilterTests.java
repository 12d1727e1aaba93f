package org.handrail.analytics.feature.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.handrail.analytics.golden.Golden.assertClose;
import static org.handrail.analytics.golden.Golden.doubles;

import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ButterworthFilterTests {

    /** The reference arrays are printed to seven decimals. */
    private static final double PRINTED = 0.51e-7;

    @Test
    void isTheFilterOfTheInventedReference() {
        assertSame(Golden.invented("syn_eda_5min.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eda_e4_S01.json", "eda_e4_S05.json", "eda_nk_eventrelated_4hz.json", "eda_nk_rest8min_4hz.json"
            })
    void isTheFilterOfTheRecordedReference(String name) {
        assertSame(Golden.recorded(name));
    }

    @Test
    void aConstantIsAllTonicFromTheFirstSample() {
        var low = ButterworthFilter.lowPass(0.05, 4);
        var high = ButterworthFilter.highPass(0.05, 4);
        for (int i = 0; i < 1_000; i++) {
            assertThat(low.next(3)).isCloseTo(3, within(1e-9));
            assertThat(high.next(3)).isCloseTo(0, within(1e-9));
        }
    }

    private static void assertSame(JsonNode golden) {
        JsonNode canonical = golden.get("canonical");
        JsonNode filter = canonical.get("causal_butter2_0p05");
        var low = ButterworthFilter.lowPass(0.05, 4);
        var high = ButterworthFilter.highPass(0.05, 4);
        double[] a = doubles(filter.get("a"));
        for (int i = 0; i < 3; i++) {
            assertClose(
                    "b low", low.coefficients()[i], filter.get("b_low").get(i).asDouble());
            assertClose(
                    "b high",
                    high.coefficients()[i],
                    filter.get("b_high").get(i).asDouble());
        }
        assertThat(low.coefficients()).endsWith(high.coefficients()[3], high.coefficients()[4]);
        assertClose("a1", high.coefficients()[3], a[1]);
        assertClose("a2", high.coefficients()[4], a[2]);

        double[] values = doubles(golden.get("eda_uS"));
        var phasic = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            phasic[i] = high.next(values[i]);
            assertThat(phasic[i]).isCloseTo(filter.get("phasic").get(i).asDouble(), within(PRINTED));
            assertThat(low.next(values[i])).isCloseTo(filter.get("tonic").get(i).asDouble(), within(PRINTED));
        }
        for (JsonNode minute : canonical.get("per_minute")) {
            double area = 0;
            int from = minute.get("minute").asInt() * SkinSamples.MINUTE;
            for (int i = from; i < from + SkinSamples.MINUTE; i++) {
                area += Math.abs(phasic[i]) / 4;
            }
            assertClose("phasic area", area, minute.get("phasic_abs_auc").asDouble());
        }
    }
}
