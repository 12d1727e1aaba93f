package org.handrail.companion.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class ProblemsTests {

    @ParameterizedTest(name = "{0} ms are {1} s")
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "600000, 600"})
    void whoHasToWaitIsToldWholeSecondsAndNeverTooFew(long ms, String seconds) {
        var many = Problems.tooManyAttempts(Duration.ofMillis(ms));
        var away = Problems.notNow(Duration.ofMillis(ms));

        assertThat(many.getStatusCode().value()).isEqualTo(429);
        assertThat(away.getStatusCode().value()).isEqualTo(503);
        for (var answer : new ResponseEntity<?>[] {many, away}) {
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(seconds);
            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }
}
