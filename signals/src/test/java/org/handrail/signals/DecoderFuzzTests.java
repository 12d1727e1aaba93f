package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;
import org.handrail.signals.FrameCodec.Format;

/**
 * Bytes that nobody meant: whatever they are, a decoder answers, allocates no more than they warrant, and what it accepts
 * comes back from its own encoding. An ordinary run tries the seeds in {@code DecoderFuzzTestsInputs}, and
 * {@link ShortFuzzTests} looks a little further. To look for an hour:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl signals test -Dtest=DecoderFuzzTests#frames -Djazzer.hooks=true -Djazzer.max_duration=1h}</pre>
 *
 * What it finds it puts among the seeds.
 */
class DecoderFuzzTests {

    private static final DeviceId DEVICE = new DeviceId("dev-0001");

    /** A tree of empty maps is many times as large as its bytes; what a length merely promises would be larger still. */
    private static final long MOST_BYTES_PER_BYTE = 1_000;

    private static final long MOST_BYTES_FOR_NONE = 2 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The first byte picks the stream. */
    @FuzzTest
    void frames(byte[] input) {
        if (input.length == 0) {
            return;
        }
        var stream = StreamKind.values()[(input[0] & 0xff) % StreamKind.values().length];
        var payload = Arrays.copyOfRange(input, 1, input.length);
        var decoded = within(payload, () -> FrameCodec.decode(DEVICE, stream.topicName(), payload));
        if (decoded instanceof Decoded.Accepted accepted) {
            var frame = accepted.frame();
            assertThat(sizeOf(frame.content())).isLessThanOrEqualTo(payload.length);
            for (var format : Format.values()) {
                assertThat(FrameCodec.decode(DEVICE, stream.topicName(), FrameCodec.encode(frame, format)))
                        .isEqualTo(accepted);
            }
        }
    }

    @FuzzTest
    void dataPoint(byte[] payload) {
        var decoded = within(payload, () -> FrameCodec.decode(DEVICE, DataPointCodec.TOPIC_NAME, payload));
        if (decoded instanceof Decoded.Accepted accepted) {
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
    @FuzzTest
    void dataPoints(byte[] body) {
        var points = within(body, () -> DataPointCodec.decodeAll(DEVICE, body));
        if (points instanceof DataPoints.Accepted accepted) {
            assertThat(accepted.frames()).isNotEmpty().hasSizeLessThanOrEqualTo(DataPointCodec.MAX_POINTS);
        } else if (points instanceof DataPoints.Refused refused) {
            assertThat(refused.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(DataPointCodec.MAX_POINTS);
        }
    }

    @FuzzTest
    void nudge(byte[] payload) {
        within(payload, () -> NudgeCodec.decode(payload))
                .ifPresent(nudge ->
                        assertThat(NudgeCodec.decode(NudgeCodec.encode(nudge))).contains(nudge));
    }

    @FuzzTest
    void connection(byte[] payload) {
        within(payload, () -> WatchConnection.decode(payload)).ifPresent(state -> {
            for (var format : Format.values()) {
                assertThat(WatchConnection.decode(state.encode(format))).contains(state);
            }
        });
    }

    /** Loading classes allocates too, once; an input that costs too much costs it every time. */
    private static <T> T within(byte[] input, Supplier<T> decoder) {
        long most = MOST_BYTES_FOR_NONE + MOST_BYTES_PER_BYTE * input.length;
        long least = Long.MAX_VALUE;
        T decoded = decoder.get();
        for (int attempt = 0; attempt < 5 && least > most; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            decoded = decoder.get();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThanOrEqualTo(most);
        return decoded;
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
