package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.handrail.signals.FrameCodec.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCodecTests {

    private static final DeviceId DEVICE = new DeviceId("dev-0001");

    static Stream<Arguments> streamsAndFormats() {
        return Stream.of(StreamKind.values())
                .flatMap(stream -> Stream.of(Format.values()).map(format -> Arguments.of(stream, format)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("streamsAndFormats")
    void everyFrameComesBackAsItWentOut(StreamKind stream, Format format) {
        long seed = 20_261_120;
        var frames = new RandomFrames(new SplittableRandom(seed));
        for (int round = 0; round < 500; round++) {
            var frame = frames.next(stream);
            byte[] payload = FrameCodec.encode(frame, format);
            assertThat(FrameCodec.decode(frame.id().device(), stream.topicName(), payload))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(new Decoded.Accepted(frame));
        }
    }

    @ParameterizedTest
    @EnumSource(StreamKind.class)
    void noBytesMakeTheDecoderThrow(StreamKind stream) {
        long seed = 7;
        var random = new SplittableRandom(seed);
        var frames = new RandomFrames(random);
        for (int round = 0; round < 2_000; round++) {
            byte[] payload = FrameCodec.encode(frames.next(stream), random.nextBoolean() ? Format.CBOR : Format.JSON);
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
            }
            try {
                FrameCodec.decode(DEVICE, stream.topicName(), payload);
            } catch (RuntimeException e) {
                fail("seed %d, round %d".formatted(seed, round), e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StreamKind.class)
    void theShortWayReadsNothingThatTheLongWayReadsOtherwise(StreamKind stream) {
        long seed = 11;
        var random = new SplittableRandom(seed);
        var frames = new RandomFrames(random);
        int taken = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] payload = FrameCodec.encode(frames.next(stream), Format.CBOR);
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                payload[random.nextInt(Math.min(payload.length, 90))] = (byte) random.nextInt(256);
            }
            var plain = CborRun.read(DEVICE, stream, payload);
            if (plain != null) {
                taken++;
                assertThat(FrameReader.read(DEVICE, stream, FrameCodec.tree(payload)))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(new Decoded.Accepted(plain));
            }
        }
        boolean isRun = stream.isSensor();
        assertThat(taken > 1_000).as("%s, taken %d times", stream, taken).isEqualTo(isRun);
    }

    @Test
    void jsonIsReadableByAPerson() {
        var frame = new SignalFrame(
                new FrameId(DEVICE, 42),
                StreamKind.HEART_RATE,
                Instant.parse("2026-11-20T21:40:00Z"),
                Series.of(Duration.ofSeconds(1), 0.5, 71.5, Double.NaN, 72));

        assertThat(new String(FrameCodec.encode(frame, Format.JSON), StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":1,\"counter\":42,\"sampledAt\":1795210800000,\"spacingUs\":1000000,"
                        + "\"resolution\":0.5,\"values\":[143,null,144]}");
    }

    @Test
    void aStatusWithoutAZoneIsWrittenAsBeforeZonesWereSaid() {
        var status = new DeviceStatus(80, DeviceStatus.Contact.WORN, "1.4");
        var at = Instant.ofEpochMilli(1);

        assertThat(json(new SignalFrame(new FrameId(DEVICE, 1), StreamKind.DEVICE_STATUS, at, status)))
                .isEqualTo(
                        "{\"v\":1,\"counter\":1,\"sampledAt\":1,\"battery\":80,\"contact\":\"worn\",\"firmware\":\"1.4\"}");
    }

    @Test
    void anUnknownZoneIsRefusedByTheNameOfItsField() {
        var payload =
                "{\"v\":1,\"counter\":1,\"sampledAt\":1,\"battery\":80,\"contact\":\"worn\",\"firmware\":\"1\",\"zone\":\"Mars/Base\"}";

        assertThat(FrameCodec.decode(DEVICE, "device-status", payload.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Decoded.Refused(RefusalReason.MALFORMED, "zone: is not a zone of the IANA database"));
    }

    @Test
    void aDeviceCannotSayAnOffsetForAZone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DeviceStatus(80, DeviceStatus.Contact.WORN, "1.4", Optional.of(ZoneOffset.ofHours(2))))
                .withMessageContaining("IANA");
    }

    private static String json(SignalFrame frame) {
        return new String(FrameCodec.encode(frame, Format.JSON), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            heart-rate  | MALFORMED       | nothing                | ''
            heart-rate  | MALFORMED       | a list                 | []
            heart-rate  | MALFORMED       | half a map             | {"v":1,
            heart-rate  | MALFORMED       | two maps               | {"v":1}{"v":1}
            heart-rate  | MALFORMED       | no version             | {"counter":1,"sampledAt":1}
            heart-rate  | UNKNOWN_VERSION | a later version        | {"v":2}
            heart-rate  | MALFORMED       | a counter below zero   | {"v":1,"counter":-1,"sampledAt":1}
            heart-rate  | MALFORMED       | no values              | {"v":1,"counter":1,"sampledAt":1,"spacingUs":1,"resolution":1,"values":[]}
            heart-rate  | MALFORMED       | a fraction as value    | {"v":1,"counter":1,"sampledAt":1,"spacingUs":1,"resolution":1,"values":[1.5]}
            heart-rate  | MALFORMED       | a resolution of zero   | {"v":1,"counter":1,"sampledAt":1,"spacingUs":1,"resolution":0,"values":[1]}
            beats       | MALFORMED       | an interval of zero    | {"v":1,"counter":1,"sampledAt":1,"beats":[800,0]}
            self-report | MALFORMED       | a level beyond ten     | {"v":1,"counter":1,"sampledAt":1,"subject":"mood","level":11}
            answer      | MALFORMED       | okay to no question    | {"v":1,"counter":1,"sampledAt":1,"choice":"okay"}
            device-status | MALFORMED     | a zone unknown to IANA | {"v":1,"counter":1,"sampledAt":1,"battery":80,"contact":"worn","firmware":"1","zone":"Europe/Wien"}
            device-status | MALFORMED     | an offset as zone      | {"v":1,"counter":1,"sampledAt":1,"battery":80,"contact":"worn","firmware":"1","zone":"+02:00"}
            device-status | MALFORMED     | a number as zone       | {"v":1,"counter":1,"sampledAt":1,"battery":80,"contact":"worn","firmware":"1","zone":2}
            glucose     | UNKNOWN_STREAM  | an unknown stream      | {"v":1,"counter":1,"sampledAt":1}
            """)
    void whatIsNoFrameIsRefusedWithItsReason(String stream, RefusalReason reason, String label, String payload) {
        var decoded = FrameCodec.decode(DEVICE, stream, payload.getBytes(StandardCharsets.UTF_8));

        assertThat(decoded)
                .as(label)
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aPayloadBeyondTheBoundIsNotLookedAt() {
        assertThat(FrameCodec.decode(DEVICE, "heart-rate", new byte[FrameCodec.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_LARGE));
    }

    @Test
    void aRefusalNeverQuotesASample() {
        var payload =
                "{\"v\":1,\"counter\":1,\"sampledAt\":1,\"spacingUs\":1,\"resolution\":1,\"values\":[\"secret\"]}";

        assertThat(FrameCodec.decode(DEVICE, "heart-rate", payload.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.detail()).doesNotContain("secret"));
    }
}
