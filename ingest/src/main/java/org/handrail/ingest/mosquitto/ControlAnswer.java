package org.handrail.ingest.mosquitto;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the plugin answered to one command.
 *
 * @param error the plugin's own words, which are all that tells its faults apart
 */
record ControlAnswer(String command, Optional<String> error, JsonNode data) {

    boolean says(String words) {
        return error.filter(words::equals).isPresent();
    }

    /** Itself, unless it says something else than success or one of these. */
    ControlAnswer orElseOnly(String... tolerated) {
        if (error.isPresent() && !Set.of(tolerated).contains(error.get())) {
            throw new IllegalStateException(
                    "Mosquitto's dynamic-security plugin refused " + command + ": " + error.get() + ".");
        }
        return this;
    }
}
