package org.handrail.analytics;

/** How far a minute's skin conductance can be used. Where several hold, the first of these that is not {@link #USABLE}. */
public enum SkinEvidence {
    /** Level and responses can be used. */
    USABLE,
    /** The sensor measures something else than skin; nothing is known. */
    NOT_ON_SKIN,
    /** Less than half of the minute can be believed; nothing is known. */
    TOO_LITTLE,
    /** Put on a short while ago: the level still drifts and is not known; responses are, unless what follows holds too. */
    SETTLING,
    /** Sampled too slowly for responses to show: they are unknown. The level is known. */
    TOO_SLOW,
    /** So dry a skin that its responses do not show: they are unknown, not absent. The level is known. */
    NEAR_FLOOR
}
