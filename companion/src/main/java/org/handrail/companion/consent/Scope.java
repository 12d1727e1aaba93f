package org.handrail.companion.consent;

/** How deep a consent goes. */
public enum Scope {
    /** To be measured at all. */
    COLLECTION,
    /** That something is up, and why in a sentence. */
    STRAINED_STRETCH,
    /** Trends over days. */
    TRENDS
}
