package org.handrail.alerts;

import java.util.UUID;

/** One nudge, by the opaque id that also travels to the watch. */
public record NudgeId(UUID value) {

    public static NudgeId of(String value) {
        return new NudgeId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
