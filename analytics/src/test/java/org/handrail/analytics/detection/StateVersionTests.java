package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateVersionTests {

    private static final StateVersion OURS = new StateVersion(2, "2");

    @ParameterizedTest(name = "codec {0}, method {1}: later {2}")
    @CsvSource({"2,2,false", "1,2,false", "3,2,true", "9,1,false", "2,3,true", "2,10,true", "2,2.1,true", "2,tuned,true"
    })
    void aLaterMethodOrElseALaterCodecIsLater(int codec, String method, boolean isLater) {
        assertThat(new StateVersion(codec, method).isLaterThan(OURS)).isEqualTo(isLater);
    }
}
