package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignalFrameTests {

    @Test
    void whatTheMenteeSaidStandsInNoText() {
        var frame = new SignalFrame(
                new FrameId(new DeviceId("dev-0001"), 7),
                StreamKind.SELF_REPORT,
                Instant.parse("2026-11-20T20:00:00Z"),
                new SelfReport(SelfReport.Subject.CRAVING, 9));

        assertThat(frame.toString())
                .contains("dev-0001", "SELF_REPORT", "2026-11-20T20:00:00Z")
                .doesNotContain("CRAVING", "level");
    }
}
