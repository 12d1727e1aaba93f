package org.handrail.ingest.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClockEstimateTests {

    private static final Instant FIRST_HOUR = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void withoutAFrameThereIsNoEstimate() {
        assertThat(ClockEstimate.of(new TreeMap<>())).isEmpty();
    }

    @Test
    void aWatchThatIsAheadSendsFramesThatEndInTheFuture() {
        var clock = ClockEstimate.of(hours(-90_000, -89_800)).orElseThrow();

        assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(90));
        assertThat(clock.driftPpm()).as("two hours are too few").isEmpty();
    }

    @Test
    void aWatchThatGainsAThirdOfASecondAnHourDriftsByAHundredMillionths() {
        var random = new Random(3);
        var hours = new TreeMap<Instant, Long>();
        for (int hour = 0; hour < 24; hour++) {
            hours.put(at(hour), Math.round(-360.0 * hour) + random.nextInt(20));
        }

        var clock = ClockEstimate.of(hours).orElseThrow();

        assertThat(clock.driftPpm()).isPresent();
        assertThat(clock.driftPpm().getAsDouble()).isCloseTo(100, within(1.0));
    }

    @Test
    void hoursThatHeldNothingButBacklogChangeNothing() {
        var hours = hours(200, 200, 200, 200, 200, 200, 200, 200);
        hours.put(at(3), Duration.ofHours(3).toMillis());

        var clock = ClockEstimate.of(hours).orElseThrow();

        assertThat(clock.ahead()).isEqualTo(Duration.ofMillis(-200));
        assertThat(clock.driftPpm()).hasValue(0.0);
    }

    @Test
    void aClockThatWasSetAMonthAgoIsForgotten() {
        var hours = hours(-3_600_000);
        hours.put(at(700), 150L);

        assertThat(ClockEstimate.of(hours).orElseThrow().ahead()).isEqualTo(Duration.ofMillis(-150));
    }

    private static NavigableMap<Instant, Long> hours(long... leastDelayMs) {
        var hours = new TreeMap<Instant, Long>();
        for (int hour = 0; hour < leastDelayMs.length; hour++) {
            hours.put(at(hour), leastDelayMs[hour]);
        }
        return hours;
    }

    private static Instant at(int hour) {
        return FIRST_HOUR.plus(Duration.ofHours(hour));
    }
}
