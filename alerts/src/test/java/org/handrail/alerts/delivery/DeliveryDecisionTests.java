package org.handrail.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.alerts.SampleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryDecisionTests {

    private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
    private static final Instant WORTH = NOW.plusSeconds(3600);
    private static final Set<String> LEGAL = Set.of(
            "WAITING SENDING",
            "WAITING LAPSED",
            "SENDING SENDING",
            "SENDING ACCEPTED",
            "SENDING SHOWN",
            "SENDING TRY_LATER",
            "SENDING REFUSED",
            "SENDING LAPSED");

    @ParameterizedTest(name = "attempt {0}, asked to wait {1} s: {2} s")
    @CsvSource({"1,,5", "2,,10", "3,,20", "6,,120", "60,,120", "1,3,5", "1,300,300"})
    void theNextAttemptWaits(int attempt, Long wished, long seconds) {
        assertThat(next(attempt, Optional.ofNullable(wished).map(Duration::ofSeconds), WORTH))
                .contains(NOW.plusSeconds(seconds));
    }

    @Test
    void noAttemptFollowsThePromptsWorth() {
        assertThat(next(1, Optional.empty(), NOW.plusSeconds(5))).isEmpty();
        assertThat(next(1, Optional.of(Duration.ofHours(2)), WORTH)).isEmpty();
    }

    @Test
    void retryAfterIsReadInSecondsAndAsADate() {
        assertThat(retryAfter(Map.of("Retry-After", List.of("30")))).contains(Duration.ofSeconds(30));
        assertThat(retryAfter(Map.of("retry-after", "Mon, 2 Mar 2026 19:01:00 GMT")))
                .contains(Duration.ofMinutes(1));
        assertThat(retryAfter(Map.of("retry-after", "Mon, 2 Mar 2026 18:01:00 GMT")))
                .isEmpty();
        assertThat(retryAfter(Map.of("retry-after", "soon"))).isEmpty();
        assertThat(retryAfter(Map.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pairs")
    void aDeliveryChangesOnlyAsListed(DeliveryState from, DeliveryState to) {
        if (LEGAL.contains(from + " " + to)) {
            assertThat(from.become(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.become(to))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(from.name());
        }
    }

    static Stream<Object[]> pairs() {
        return Arrays.stream(DeliveryState.values())
                .flatMap(from -> Arrays.stream(DeliveryState.values()).map(to -> new Object[] {from, to}));
    }

    private static Optional<Instant> next(int attempt, Optional<Duration> wished, Instant worthUntil) {
        return BackOff.next(
                attempt, wished, NOW, worthUntil, SampleSettings.defaults().firebase());
    }

    private static Optional<Duration> retryAfter(Map<String, Object> headers) {
        return RetryAfter.read(Optional.of(headers), NOW);
    }
}
