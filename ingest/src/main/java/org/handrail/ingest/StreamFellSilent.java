package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;

/**
 * A stream has said nothing for longer than it usually does. Silence is never calm: nobody knows how the mentee is.
 *
 * @param since when it was last heard
 */
public record StreamFellSilent(DeviceId device, MenteeId mentee, StreamKind stream, Instant since) {}
