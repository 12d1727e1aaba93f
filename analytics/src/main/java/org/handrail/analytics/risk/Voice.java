package org.handrail.analytics.risk;

/** Who is spoken to. */
enum Voice {
    /** Reads of somebody else. */
    MENTOR,
    /** Reads of oneself. */
    MENTEE
}
