package org.handrail.alerts;

/** What the mentee said beforehand, while well, that no answer to a nudge should count as. */
public enum SilenceMeans {
    TELL_MENTOR,
    LEAVE_IT
}
