package org.handrail.ingest;

import org.handrail.signals.MenteeId;

/** Whether the mentee consents, at this moment, to being measured. Asked for every frame; must answer from memory. */
public interface CollectionConsent {

    boolean isGiven(MenteeId mentee);
}
