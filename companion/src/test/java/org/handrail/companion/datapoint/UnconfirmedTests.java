package org.handrail.companion.datapoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.handrail.ingest.DirectFrames;
import org.handrail.signals.DeviceId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

class UnconfirmedTests {

    private static final String POINT = """
            {"header": {"id": "a", "creation_date_time": "2026-11-20T21:40:00Z",
              "schema_id": {"namespace": "omh", "name": "rr-interval", "version": "1.0"}},
             "body": {"rr_interval": {"value": 800, "unit": "ms"},
              "effective_time_frame": {"date_time": "2026-11-20T21:40:00Z"}}}""";

    static List<DirectFrames.Offered> whatIsNotSafe() {
        return List.of(new DirectFrames.NotNow(), new DirectFrames.Taken(new CompletableFuture<>(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("whatIsNotSafe")
    void whatTheArchiveDoesNotConfirmIsToBeSentAgain(DirectFrames.Offered offered) throws Exception {
        var request = new MockHttpServletRequest("POST", DataPointDoor.PATH);
        request.setContentType("application/json");
        request.setContent(POINT.getBytes(StandardCharsets.UTF_8));

        var answer =
                new DataPointDoor(thatAnswers(offered), Duration.ofMillis(20)).take(new DeviceId("dev-0001"), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    private static DirectFrames thatAnswers(DirectFrames.Offered offered) {
        return new DirectFrames() {
            @Override
            public Offered offer(List<SignalFrame> frames) {
                return offered;
            }

            @Override
            public void countRefusal(DeviceId device, RefusalReason reason) {
                throw new AssertionError("nothing is refused here");
            }
        };
    }
}
