package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * A battery that had been low is charged again.
 *
 * @param at when the watch said so, by its own clock
 */
public record BatteryRecovered(DeviceId device, MenteeId mentee, int percent, Instant at) {}
