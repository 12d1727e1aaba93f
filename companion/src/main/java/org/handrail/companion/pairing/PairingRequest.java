package org.handrail.companion.pairing;

import java.util.Optional;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.PairingCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a watch says when it wants to be paired. */
record PairingRequest(PairingCode code, DeviceMake make) {

    /** More than any such request needs. */
    static final int MOST_BYTES = 4_096;

    private static final JsonMapper JSON = new JsonMapper();

    /** A request, or what is wrong with it. */
    sealed interface Read {

        record Understood(PairingRequest request) implements Read {}

        /** @param pointer to the field (RFC 6901); empty where it is the whole */
        record Malformed(String pointer, String detail) implements Read {}
    }

    static Read read(byte[] body) {
        return tree(body)
                .map(PairingRequest::read)
                .orElseGet(() -> new Read.Malformed("", "The body is a JSON object of at most 4096 bytes."));
    }

    private static Optional<JsonNode> tree(byte[] body) {
        if (body.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Read read(JsonNode body) {
        var code = text(body, "code").flatMap(PairingCode::parse);
        if (code.isEmpty()) {
            return new Read.Malformed(
                    "/code",
                    "The code has 8 letters and digits, none of them 0, 1, I, L, O or U; a dash does not matter.");
        }
        var model = text(body, "model").filter(DeviceMake::isSayable);
        if (model.isEmpty()) {
            return new Read.Malformed("/model", "The model is a text of 1 to 64 printable characters.");
        }
        var firmware = text(body, "firmware").filter(DeviceMake::isSayable);
        if (firmware.isEmpty()) {
            return new Read.Malformed("/firmware", "The firmware is a text of 1 to 64 printable characters.");
        }
        return new Read.Understood(new PairingRequest(code.get(), new DeviceMake(model.get(), firmware.get())));
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.get(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
