package org.handrail.alerts;

/** Which phones a mentor may be reached on. A token that the push service disowns is quarantined, never deleted here. */
public interface PushTokens {

    /** Registers a phone; a token that was quarantined, or another mentor's, is this mentor's again. */
    void register(MentorId mentor, String token);

    /** The mentor signed out on that phone. */
    void forget(MentorId mentor, String token);
}
