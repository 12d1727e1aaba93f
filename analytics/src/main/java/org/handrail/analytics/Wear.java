package org.handrail.analytics;

/** Whether the device touches a wrist. Not worn is not calm. */
public enum Wear {
    WORN,
    NOT_WORN,
    UNKNOWN
}
