package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * A watch that had been taken off touches a wrist again.
 *
 * @param at when the watch said so, by its own clock
 */
public record WatchPutOn(DeviceId device, MenteeId mentee, Instant at) {}
