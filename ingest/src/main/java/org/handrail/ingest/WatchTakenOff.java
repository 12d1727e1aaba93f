package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * A watch says that it touches no wrist. What it measures from now on says nothing about the mentee.
 *
 * @param at when the watch said so, by its own clock
 */
public record WatchTakenOff(DeviceId device, MenteeId mentee, Instant at) {}
