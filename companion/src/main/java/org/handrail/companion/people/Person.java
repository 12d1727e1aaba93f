package org.handrail.companion.people;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.MentorId;
import org.handrail.signals.MenteeId;

/** Somebody with a name, a role and a place in the world's time. */
public record Person(UUID id, Role role, String displayName, String signInName, ZoneId zone, Optional<String> phone) {

    public MenteeId asMentee() {
        return new MenteeId(id);
    }

    public MentorId asMentor() {
        return new MentorId(id);
    }

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
