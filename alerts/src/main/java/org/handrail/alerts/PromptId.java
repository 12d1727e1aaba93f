package org.handrail.alerts;

import java.util.UUID;

/** One prompt, by the opaque id that also travels in a push. */
public record PromptId(UUID value) {

    public static PromptId of(String value) {
        return new PromptId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
