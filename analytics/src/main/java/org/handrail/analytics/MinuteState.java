package org.handrail.analytics;

/** What can be said of one minute. Everything but the first two is "unknown", and is shown as such. */
public enum MinuteState {
    USUAL,
    STRAINED,
    NOT_WORN,
    MOVING,
    RECOVERING,
    TOO_LITTLE;

    public boolean isKnown() {
        return this == USUAL || this == STRAINED;
    }
}
