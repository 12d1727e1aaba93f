package org.handrail.signals;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Nudges on the wire: a CBOR map of version, opaque id and expiry, and nothing else. */
public final class NudgeCodec {

    private NudgeCodec() {}

    public static byte[] encode(Nudge nudge) {
        var map = JsonNodeFactory.instance.objectNode();
        map.put("v", FrameCodec.VERSION);
        map.put("nudge", nudge.id().toString());
        map.put("expiresAt", nudge.expiresAt().toEpochMilli());
        return FrameCodec.mapper(FrameCodec.Format.CBOR).writeValueAsBytes(map);
    }

    /** The nudge, or empty where the payload is none of version 1. */
    public static Optional<Nudge> decode(byte[] payload) {
        try {
            JsonNode map = FrameCodec.tree(payload);
            if (FrameReader.wholeNumber(map, "v", 0, Integer.MAX_VALUE) != FrameCodec.VERSION) {
                return Optional.empty();
            }
            long expiresAt = FrameReader.wholeNumber(map, "expiresAt", 0, Long.MAX_VALUE);
            return Optional.of(new Nudge(FrameReader.uuid(map, "nudge"), Instant.ofEpochMilli(expiresAt)));
        } catch (JacksonException | FieldFault notANudge) {
            return Optional.empty();
        }
    }
}
