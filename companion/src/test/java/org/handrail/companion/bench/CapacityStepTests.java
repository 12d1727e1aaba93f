package org.handrail.companion.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityStepTests {

    private static final int LEAST_NUDGES = 100;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all is well, 1000, 0.9, 100, 500, true, ''",
        "a watch is away, 999, 0.2, 140, 0, true, NOT_CONNECTED",
        "frames are not stored, 1000, 0.2, 140, 0, false, NOT_STORED",
        "the lanes have more than five seconds before them, 1000, 0.2, 140, 501, true, LANES_BEHIND",
        "nobody can say, 1000, 0.2, 99, 0, true, TOO_FEW_NUDGES",
        "nudges take too long, 1000, 1.01, 140, 0, true, NUDGES_LATE",
    })
    void aNumberOfWearersIsCarriedWhenNothingIsWrong(
            String what, int connected, double p99, long nudges, int undone, boolean isStored, String stop) {
        var figures = new LoadFigures(
                Duration.ofSeconds(60),
                1_000,
                connected,
                100,
                new Percentiles(0.02, 0.1, 6_000),
                new Percentiles(0.2, p99, nudges),
                undone,
                undone,
                6_000,
                6_000,
                nudges,
                nudges,
                nudges,
                0,
                100_000_000,
                Map.of());

        var step = CapacityStep.judge(figures, isStored, LEAST_NUDGES);

        assertThat(step.stop()).isEqualTo(stop.isEmpty() ? Optional.empty() : Optional.of(CapacityStop.valueOf(stop)));
        assertThat(step.isCarried()).isEqualTo(stop.isEmpty());
    }
}
