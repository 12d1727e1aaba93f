package org.handrail.ingest;

import java.time.Instant;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * The battery of a watch is low; soon it will fall silent.
 *
 * @param at when the watch said so, by its own clock
 */
public record BatteryRanLow(DeviceId device, MenteeId mentee, int percent, Instant at) {}
