package org.handrail.signals;

import java.util.UUID;

/** One mentee, by an opaque id. Names live with the companion only. */
public record MenteeId(UUID value) {

    public static MenteeId of(String value) {
        return new MenteeId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
