package org.handrail.signals.datapoint;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.RefusalReason;
import tools.jackson.databind.JsonNode;

/**
 * A place in a data point: what stands there, and the pointer that leads to it. Names of members are the schemas' own and
 * hold nothing that a pointer would have to escape.
 */
record Field(String pointer, JsonNode value) {

    boolean has(String name) {
        return value.has(name);
    }

    /** The member of that name, which may be missing. Asking a missing member for its value is the fault. */
    Field member(String name) {
        return new Field(pointer + "/" + name, value.path(name));
    }

    Optional<Field> optional(String name) {
        return has(name) ? Optional.of(member(name)) : Optional.empty();
    }

    Field object(String name) {
        var member = member(name);
        member.require(member.value.isObject(), "is missing or not an object");
        return member;
    }

    String text(int most) {
        require(value.isString(), "is missing or not a text");
        require(
                !value.asString().isEmpty() && value.asString().length() <= most,
                "has not 1 to " + most + " characters");
        return value.asString();
    }

    void oneOf(List<String> words) {
        require(value.isString() && words.contains(value.asString()), "is not one of the schema's words");
    }

    void requireNone(String name, String rule) {
        member(name).require(!has(name), rule);
    }

    double number() {
        require(value.isNumber() && Double.isFinite(value.asDouble()), "is missing or not a number");
        return value.asDouble();
    }

    void require(boolean isSo, String rule) {
        if (!isSo) {
            throw fault(RefusalReason.MALFORMED, rule);
        }
    }

    PointFault fault(RefusalReason reason, String rule) {
        return new PointFault(reason, pointer, rule);
    }
}
