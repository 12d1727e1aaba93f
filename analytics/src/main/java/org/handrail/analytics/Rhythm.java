package org.handrail.analytics;

/**
 * Whether the beats of a window follow one another as a heart's do when it is paced from one place. Only where they do has
 * variability a meaning: an irregular rhythm has a heart rate and nothing else.
 */
public enum Rhythm {
    REGULAR,
    IRREGULAR,
    UNKNOWN
}
