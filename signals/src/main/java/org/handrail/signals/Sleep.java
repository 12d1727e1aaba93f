package org.handrail.signals;

import java.time.Duration;
import java.util.List;

/** A stretch of sleep as the device staged it; the stages follow one another from the frame's {@code sampledAt} on. */
public record Sleep(List<Phase> phases) implements FrameContent {

    /** Most phases of one frame. */
    public static final int MAX_PHASES = 512;

    /** What the device took the mentee to be doing. {@code ASLEEP} is sleep whose depth the device cannot tell. */
    public enum Stage {
        AWAKE,
        ASLEEP,
        LIGHT,
        DEEP,
        REM
    }

    /** One stage for some time. */
    public record Phase(Stage stage, Duration length) {
        public Phase {
            if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException("A phase of sleep is more than zero and at most a day long");
            }
        }
    }

    public Sleep {
        phases = List.copyOf(phases);
        if (phases.isEmpty() || phases.size() > MAX_PHASES) {
            throw new IllegalArgumentException("A frame of sleep has 1 to " + MAX_PHASES + " phases");
        }
    }

    @Override
    public Duration span() {
        return phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
    }
}
