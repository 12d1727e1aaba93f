package org.handrail.analytics.detection;

/** How much is worked out of each minute. The facts about risk windows and nights are the same for all. */
public enum Detail {
    /** Every figure, for the record. */
    EVERY_FIGURE,
    /** Without the powers, the entropy and the fractal shape of the five minutes, by which nothing is decided. */
    WHAT_DECIDES
}
