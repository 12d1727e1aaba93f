package org.handrail.signals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The example documents of the protocol's page, and what becomes of them when one field is changed. */
final class DataPointDocuments {

    private static final JsonMapper JSON = new JsonMapper();

    private DataPointDocuments() {}

    static byte[] named(String name) {
        try (var file = DataPointDocuments.class.getResourceAsStream("data-points/" + name + ".json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param value JSON to put there; "-" takes the field away */
    static byte[] with(String name, String pointer, String value) {
        JsonNode document = JSON.readTree(named(name));
        var path = JsonPointer.compile(pointer);
        var parent = (ObjectNode) document.at(path.head());
        String field = path.last().getMatchingProperty();
        if (value.equals("-")) {
            parent.remove(field);
        } else {
            parent.set(field, JSON.readTree(value));
        }
        return JSON.writeValueAsBytes(document);
    }

    static byte[] list(byte[]... documents) {
        var list = JSON.createArrayNode();
        for (var document : documents) {
            list.add(JSON.readTree(document));
        }
        return JSON.writeValueAsBytes(list);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
