package org.handrail.alerts;

import java.util.UUID;

/** One escalation, by an opaque id. */
public record EscalationId(UUID value) {

    public static EscalationId of(String value) {
        return new EscalationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
