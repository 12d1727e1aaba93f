package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CadenceTests {

    private static final long MINUTE_MS = 60_000;
    private static final long MINUTE = 29_000_000;

    private final Cadence cadence = new Cadence(7);

    @Test
    void sixFramesOfAMinuteAreSentInTurnWithinTheNextOne() {
        for (int line = 0; line < 500; line++) {
            int watch = line;
            var due = IntStream.range(0, 6)
                    .mapToObj(place -> cadence.dueMs(watch, MINUTE, place, 6))
                    .toList();
            assertThat(due).isSorted().doesNotHaveDuplicates();
            assertThat(due.get(0)).isBetween((MINUTE + 1) * MINUTE_MS, (MINUTE + 1) * MINUTE_MS + 14_000);
            assertThat(due.get(5)).isLessThanOrEqualTo((MINUTE + 1) * MINUTE_MS + 56_000);
            assertThat(cadence.dueMs(watch, MINUTE + 1, 0, 6)).isGreaterThan(due.get(5));
        }
    }

    @Test
    void watchesDoNotBeginTogether() {
        var seconds = IntStream.range(0, 10_000)
                .mapToLong(line -> (cadence.dueMs(line, MINUTE, 0, 6) - (MINUTE + 1) * MINUTE_MS) / 1_000)
                .boxed()
                .collect(Collectors.groupingBy(second -> second, Collectors.counting()));

        assertThat(seconds).hasSize(14);
        assertThat(seconds.values()).allMatch(watches -> watches < 1_000);
    }

    @Test
    void theSameSeedSendsAtTheSameInstants() {
        assertThat(new Cadence(7).dueMs(3, MINUTE, 2, 6)).isEqualTo(cadence.dueMs(3, MINUTE, 2, 6));
        assertThat(new Cadence(8).dueMs(3, MINUTE, 2, 6)).isNotEqualTo(cadence.dueMs(3, MINUTE, 2, 6));
    }

    @Test
    void whoFailsToConnectWaitsLongerAndNeverTooLong() {
        for (int line = 0; line < 200; line++) {
            assertThat(cadence.waitMs(line, 0, 2_000, 20_000)).isBetween(500L, 2_000L);
            assertThat(cadence.waitMs(line, 2, 2_000, 20_000)).isBetween(2_000L, 8_000L);
            assertThat(cadence.waitMs(line, 1_000, 2_000, 20_000)).isBetween(5_000L, 20_000L);
        }
    }
}
