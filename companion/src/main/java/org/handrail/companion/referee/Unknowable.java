package org.handrail.companion.referee;

/** Why the truth of a stretch could not be seen by any method, by what kept most of its minutes from the wrist or the house. */
public enum Unknowable {
    NOT_WORN,
    NO_NETWORK,
    ASLEEP,
    MOVING
}
