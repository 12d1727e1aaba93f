package org.handrail.signals;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Frames on the wire, version 1: one map in CBOR, or the same map in JSON as its readable twin. The first byte tells them
 * apart, since a CBOR map never begins with a brace. Device and stream stand in the topic and are not repeated.
 *
 * <p>Decoding throws for nothing that a device can send; it answers {@link Decoded.Refused} with the field and the rule.
 */
public final class FrameCodec {

    /** The version written, and the only one read. */
    public static final int VERSION = 1;

    /** Largest payload that is looked at. */
    public static final int MAX_BYTES = 65_536;

    /** How a frame is written down. */
    public enum Format {
        CBOR("application/cbor"),
        JSON("application/json");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        /** The format of that content type, in any case and without parameters, or empty where it is neither. */
        public static Optional<Format> named(String contentType) {
            var type = contentType.split(";", 2)[0].strip();
            return Arrays.stream(values())
                    .filter(format -> format.contentType.equalsIgnoreCase(type))
                    .findFirst();
        }

        /** What the first byte says; a payload that is neither is refused when it is read. */
        public static Format of(byte[] payload) {
            return payload.length > 0 && payload[0] == '{' ? JSON : CBOR;
        }
    }

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(MAX_BYTES)
            .maxNestingDepth(6)
            .maxNumberLength(40)
            .maxStringLength(256)
            .maxNameLength(64)
            .build();

    private static final ObjectMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(BOUNDS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final ObjectMapper CBOR = CBORMapper.builder(
                    CBORFactory.builder().streamReadConstraints(BOUNDS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private FrameCodec() {}

    public static byte[] encode(SignalFrame frame, Format format) {
        return mapper(format).writeValueAsBytes(FrameWriter.write(frame));
    }

    /** Reads what arrived under the topic of this device and stream, which may be that of {@linkplain DataPointCodec data points}. */
    public static Decoded decode(DeviceId device, String streamName, byte[] payload) {
        if (streamName.equals(DataPointCodec.TOPIC_NAME)) {
            return DataPointCodec.decode(device, payload);
        }
        if (payload.length > MAX_BYTES) {
            return new Decoded.Refused(RefusalReason.TOO_LARGE, "the payload has more than " + MAX_BYTES + " bytes");
        }
        var stream = StreamKind.named(streamName);
        if (stream.isEmpty()) {
            return new Decoded.Refused(RefusalReason.UNKNOWN_STREAM, RefusalReason.UNKNOWN_STREAM.sentence());
        }
        var plain = CborRun.read(device, stream.get(), payload);
        if (plain != null) {
            return new Decoded.Accepted(plain);
        }
        try {
            return FrameReader.read(device, stream.get(), tree(payload));
        } catch (JacksonException | FieldFault fault) {
            return new Decoded.Refused(RefusalReason.MALFORMED, reasonOf(fault));
        }
    }

    /** The content of a frame that was {@linkplain #encode encoded} here, whoever gave it its id; empty where it was not. */
    public static Optional<FrameContent> decodeContent(StreamKind stream, byte[] payload) {
        try {
            return Optional.of(FrameReader.content(stream, tree(payload)));
        } catch (JacksonException | FieldFault fault) {
            return Optional.empty();
        }
    }

    static ObjectMapper mapper(Format format) {
        return format == Format.JSON ? JSON : CBOR;
    }

    static JsonNode tree(byte[] payload) {
        return mapper(Format.of(payload)).readTree(payload);
    }

    /** A parser's own message may quote the payload, so it is not passed on. */
    private static String reasonOf(RuntimeException fault) {
        return fault instanceof FieldFault
                ? String.valueOf(fault.getMessage())
                : "the payload is not one map of JSON or CBOR";
    }
}
