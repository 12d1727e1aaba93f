package org.handrail.devicesim.recording;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an export does not tell by itself.
 *
 * @param person whose recording of an export of several people
 * @param zone of local times that come without one
 */
public record RecordingChoice(Optional<String> person, ZoneId zone) {

    /** The only person, and local times as if they were UTC. */
    public static RecordingChoice none() {
        return new RecordingChoice(Optional.empty(), ZoneOffset.UTC);
    }
}
