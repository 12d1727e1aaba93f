package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceWeightsTests {

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var weights = new EvidenceWeights(-1.5, Map.of("HEART_RATE", 0.25, "LN_RMSSD", -0.125));

        assertThat(weights.text()).isEqualTo("INTERCEPT=-1.5\nHEART_RATE=0.25\nLN_RMSSD=-0.125\n");
        assertThat(read(weights.text())).isEqualTo(weights);
        assertThat(read(EvidenceWeights.SHIPPED.text())).isEqualTo(EvidenceWeights.SHIPPED);
    }

    @Test
    void theInterceptIsWhatAMinuteWithoutAnySignSays() throws IOException {
        assertThat(read("INTERCEPT=0").likelihoodWithoutAnySign()).isEqualTo(0.5);
        assertThat(read("INTERCEPT=-1.0986").likelihoodWithoutAnySign()).isCloseTo(0.25, within(1e-4));
    }

    @Test
    void whatIsNoWeightIsRefusedByItsName() {
        assertThatThrownBy(() -> read("HEART_RATE=1")).hasMessageContaining("need an INTERCEPT");
        assertThatThrownBy(() -> read("INTERCEPT=0\nCADENCE=1")).hasMessageContaining("know no CADENCE");
        assertThatThrownBy(() -> read("INTERCEPT=NaN")).hasMessageContaining("INTERCEPT needs a number");
        assertThatThrownBy(() -> read("INTERCEPT=")).hasMessageContaining("INTERCEPT needs a number");
    }

    private static EvidenceWeights read(String text) throws IOException {
        return EvidenceWeights.read(new StringReader(text));
    }
}
