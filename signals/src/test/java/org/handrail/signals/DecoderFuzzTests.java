package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.handrail.signals.FrameCodec.Format;

/**
 * Bytes that nobody meant: whatever they are, a decoder answers, builds nothing larger than they warrant, and what it accepts
 * comes back from its own encoding. An ordinary test run tries the seeds beside this class; with {@code JAZZER_FUZZ=1} and one
 * method's name it looks for new ones, for as long as {@code jazzer.max_duration} says.
 */
class DecoderFuzzTests {

    private static final DeviceId DEVICE = new DeviceId("dev-0001");

    /** The first byte picks the stream. */
    @FuzzTest(maxDuration = "5m")
    void frames(byte[] input) {
        if (input.length == 0) {
            return;
        }
        var stream = StreamKind.values()[(input[0] & 0xff) % StreamKind.values().length];
        var payload = Arrays.copyOfRange(input, 1, input.length);
        if (FrameCodec.decode(DEVICE, stream.topicName(), payload) instanceof Decoded.Accepted accepted) {
            var frame = accepted.frame();
            assertThat(sizeOf(frame.content())).isLessThanOrEqualTo(payload.length);
            for (var format : Format.values()) {
                assertThat(FrameCodec.decode(DEVICE, stream.topicName(), FrameCodec.encode(frame, format)))
                        .isEqualTo(accepted);
            }
        }
    }

    @FuzzTest(maxDuration = "5m")
    void dataPoint(byte[] payload) {
        if (FrameCodec.decode(DEVICE, DataPointCodec.TOPIC_NAME, payload) instanceof Decoded.Accepted accepted) {
            var frame = accepted.frame();
            assertThat(frame.id().isCounted()).isFalse();
            assertThat(sizeOf(frame.content())).isLessThanOrEqualTo(2);
            for (var format : Format.values()) {
                assertThat(FrameCodec.decodeContent(frame.stream(), FrameCodec.encode(frame, format)))
                        .contains(frame.content());
            }
        }
    }

    /** The body of the HTTP door. */
    @FuzzTest(maxDuration = "5m")
    void dataPoints(byte[] body) {
        var points = DataPointCodec.decodeAll(DEVICE, body);
        if (points instanceof DataPoints.Accepted accepted) {
            assertThat(accepted.frames()).isNotEmpty().hasSizeLessThanOrEqualTo(DataPointCodec.MAX_POINTS);
        } else if (points instanceof DataPoints.Refused refused) {
            assertThat(refused.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(DataPointCodec.MAX_POINTS);
        }
    }

    @FuzzTest(maxDuration = "5m")
    void nudge(byte[] payload) {
        NudgeCodec.decode(payload)
                .ifPresent(nudge ->
                        assertThat(NudgeCodec.decode(NudgeCodec.encode(nudge))).contains(nudge));
    }

    private static int sizeOf(FrameContent content) {
        if (content instanceof Series series) {
            return series.size();
        } else if (content instanceof Beats beats) {
            return beats.entries().size();
        }
        return content instanceof Sleep sleep ? sleep.phases().size() : 0;
    }
}
