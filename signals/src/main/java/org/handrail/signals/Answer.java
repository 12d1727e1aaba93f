package org.handrail.signals;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What the mentee pressed on the watch: an answer to a nudge, or "reach out now" of the mentee's own accord, which answers
 * none.
 */
public record Answer(Optional<UUID> nudge, Choice choice) implements FrameContent {

    /** "I'm okay", "Rough, thanks for asking", "Reach out". */
    public enum Choice {
        OKAY,
        ROUGH,
        REACH_OUT
    }

    public Answer {
        if (nudge.isEmpty() && choice != Choice.REACH_OUT) {
            throw new IllegalArgumentException("Only a wish to reach out needs no nudge");
        }
    }

    @Override
    public Duration span() {
        return Duration.ZERO;
    }
}
