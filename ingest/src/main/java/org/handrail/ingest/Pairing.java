package org.handrail.ingest;

import java.time.Instant;
import java.util.Optional;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * A device belongs to a mentee since a date.
 *
 * @param make what the device said that it is; empty where it was paired without a code
 */
public record Pairing(DeviceId device, MenteeId mentee, Instant since, Optional<DeviceMake> make) {}
