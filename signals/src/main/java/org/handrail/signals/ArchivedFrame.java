package org.handrail.signals;

import java.time.Instant;

/**
 * A frame that is safe: stored, and known to be of this mentee.
 *
 * @param position where it stands in the archive; grows with every frame stored of one mentee
 * @param receivedAt when the house received it, by the house's clock
 */
public record ArchivedFrame(long position, MenteeId mentee, SignalFrame frame, Instant receivedAt) {}
