package org.handrail.analytics.sleep;

import org.handrail.signals.Sleep.Stage;

/**
 * What the wearer was doing, as far as it can be told. {@code RESTING} is awake with hardly any movement; {@code ASLEEP} is
 * sleep whose depth nobody told.
 */
public enum SleepState {
    UNKNOWN,
    AWAKE,
    RESTING,
    ASLEEP,
    LIGHT,
    DEEP,
    REM;

    static SleepState of(Stage stage) {
        return switch (stage) {
            case AWAKE -> AWAKE;
            case ASLEEP -> ASLEEP;
            case LIGHT -> LIGHT;
            case DEEP -> DEEP;
            case REM -> REM;
        };
    }

    public boolean isKnown() {
        return this != UNKNOWN;
    }

    public boolean isAsleep() {
        return compareTo(ASLEEP) >= 0;
    }

    public boolean isAwake() {
        return this == AWAKE || this == RESTING;
    }
}
