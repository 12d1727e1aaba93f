package org.handrail.alerts.delivery;

/** The ways by which a prompt reaches a mentor. */
public enum Channel {
    /** The mentor's open page, by server-sent events. Always. */
    LIVE_PAGE,
    /** Push to a phone. Where a service account is configured. */
    FIREBASE
}
