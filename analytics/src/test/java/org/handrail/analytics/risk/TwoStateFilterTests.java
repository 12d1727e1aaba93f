package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;

class TwoStateFilterTests {

    /** The reference is written with ten digits. */
    @Test
    void followsTheReferenceMinuteByMinute() {
        var golden = Golden.invented("syn_detectors.json");
        var evidence = Golden.doubles(golden.get("z"));
        var filter = TwoStateFilter.START;
        for (int minute = 0; minute < evidence.length; minute++) {
            filter = filter.over(evidence[minute], 0.5);
            double expected =
                    golden.get("rows_p_S_alarm_state").get(minute).get(0).asDouble();
            assertThat(filter.probability()).as("minute %d", minute).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void withoutEvidenceItForgets() {
        var filter = new TwoStateFilter(0.95);
        for (int minute = 0; minute < 120; minute++) {
            filter = filter.over(Double.NaN, 0.25);
        }
        assertThat(filter.probability()).isCloseTo(12.0 / 102, within(1e-3));
    }

    @Test
    void isNeverQuiteSure() {
        var filter = TwoStateFilter.START;
        for (int minute = 0; minute < 200; minute++) {
            filter = filter.over(50, 1);
        }
        assertThat(filter.probability()).isLessThan(1);
        assertThat(filter.over(-60, 1).probability()).isLessThan(0.5);
    }
}
