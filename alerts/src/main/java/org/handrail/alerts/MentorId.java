package org.handrail.alerts;

import java.util.UUID;

/** One mentor, by an opaque id. Names live with the companion only. */
public record MentorId(UUID value) {

    public static MentorId of(String value) {
        return new MentorId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
