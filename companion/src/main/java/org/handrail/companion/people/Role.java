package org.handrail.companion.people;

/** What somebody is here for. */
public enum Role {
    MENTEE,
    MENTOR,
    CLINICIAN,
    COORDINATOR
}
