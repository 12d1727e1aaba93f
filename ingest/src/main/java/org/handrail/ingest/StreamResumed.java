package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;

/**
 * A stream that had fallen silent is heard again.
 *
 * @param silentSince when it had last been heard before the silence
 * @param at when it was last heard now
 */
public record StreamResumed(DeviceId device, MenteeId mentee, StreamKind stream, Instant silentSince, Instant at) {}
