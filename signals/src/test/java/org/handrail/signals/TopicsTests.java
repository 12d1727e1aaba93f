package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTests {

    @Test
    void anUpTopicTellsDeviceAndStream() {
        var device = new DeviceId("dev-0001");

        assertThat(Topics.parseUp(Topics.up(device, StreamKind.SKIN_CONDUCTANCE)))
                .contains(new Topics.Up(device, "skin-conductance"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "handrail/1/dev-0001/up",
                "handrail/1/dev-0001/down/nudge",
                "handrail/2/dev-0001/up/beats",
                "handrail/1/Dev 0001/up/beats",
                "handrail/1/dev-0001/up/beats/more"
            })
    void whatIsNoUpTopicIsNone(String topic) {
        assertThat(Topics.parseUp(topic)).isEmpty();
    }

    @Test
    void aNudgeComesBackAsItWentOutAndCarriesNothingElse() {
        var nudge = new Nudge(new UUID(1, 2), Instant.parse("2026-11-20T21:43:00Z"));

        assertThat(NudgeCodec.decode(NudgeCodec.encode(nudge))).contains(nudge);
        assertThat(NudgeCodec.encode(nudge)).hasSizeLessThan(90);
        assertThat(NudgeCodec.decode(new byte[] {1, 2, 3})).isEmpty();
    }
}
