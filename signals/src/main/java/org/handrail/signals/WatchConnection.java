package org.handrail.signals;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Whether a watch is connected to the broker, in its own words or by its last will. That is MQTT's word and says little
 * about the person: a watch that sleeps between two sendings is offline and well.
 *
 * <p>On the wire a map of version and state, in CBOR or JSON: {@code {"v":1,"state":"online"}}.
 */
public enum WatchConnection {
    ONLINE("online"),
    OFFLINE("offline");

    private final String word;

    WatchConnection(String word) {
        this.word = word;
    }

    /** As retained and last-will payload. */
    public byte[] encode(FrameCodec.Format format) {
        var map = JsonNodeFactory.instance.objectNode();
        map.put("v", FrameCodec.VERSION);
        map.put("state", word);
        return FrameCodec.mapper(format).writeValueAsBytes(map);
    }

    /** The state, or empty where the payload is none of version 1. */
    public static Optional<WatchConnection> decode(byte[] payload) {
        if (payload.length > FrameCodec.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            var map = FrameCodec.tree(payload);
            if (FrameReader.wholeNumber(map, "v", 0, Integer.MAX_VALUE) != FrameCodec.VERSION) {
                return Optional.empty();
            }
            var state = map.path("state").asString("");
            return Arrays.stream(values())
                    .filter(value -> value.word.equals(state))
                    .findFirst();
        } catch (JacksonException | FieldFault notAState) {
            return Optional.empty();
        }
    }
}
