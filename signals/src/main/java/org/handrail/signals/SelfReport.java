package org.handrail.signals;

import java.time.Duration;

/** What the mentee says of the moment, on a scale from 0 (not at all, or very bad for mood and sleep) to 10. */
public record SelfReport(Subject subject, int level) implements FrameContent {

    /** What the report is about. */
    public enum Subject {
        CRAVING,
        STRESS,
        MOOD,
        SLEEP_QUALITY
    }

    public SelfReport {
        if (level < 0 || level > 10) {
            throw new IllegalArgumentException("A self-report has a level from 0 to 10");
        }
    }

    @Override
    public Duration span() {
        return Duration.ZERO;
    }
}
