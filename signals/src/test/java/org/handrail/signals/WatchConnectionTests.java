package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchConnectionTests {

    @ParameterizedTest
    @EnumSource
    void aStateComesBackAsItWasSent(WatchConnection state) {
        for (var format : FrameCodec.Format.values()) {
            assertThat(WatchConnection.decode(state.encode(format))).contains(state);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "online",
                "{}",
                "{\"v\":2,\"state\":\"online\"}",
                "{\"v\":1,\"state\":\"asleep\"}",
                "{\"v\":1,\"state\":1}",
                "[1]"
            })
    void whatIsNoStateOfVersionOneIsNone(String payload) {
        assertThat(WatchConnection.decode(payload.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cbor", "Application/CBOR", "application/cbor; v=1"})
    void aContentTypeIsReadInAnyCaseAndWithoutItsParameters(String contentType) {
        assertThat(FrameCodec.Format.named(contentType)).contains(FrameCodec.Format.CBOR);
        assertThat(FrameCodec.Format.named("text/plain")).isEmpty();
    }
}
