package org.handrail.alerts;

import java.util.UUID;

/** One mentorship, by an opaque id. */
public record MentorshipId(UUID value) {

    public static MentorshipId of(String value) {
        return new MentorshipId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
