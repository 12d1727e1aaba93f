package org.handrail.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.handrail.signals.StreamKind;
import org.handrail.signals.WatchConnection;

/**
 * What needs somebody's eye about a device.
 *
 * @param silent streams that have fallen silent, and when each was last heard
 * @param batteryLowSince since when its battery is low, by the device's clock
 * @param notWornSince since when it touches no wrist, by the device's clock
 * @param connection what it last said of its connection, itself or by its last will
 * @param missing how many of the frames that it counted are not here, yet or for ever; empty where it has sent none, and
 *     where it plainly does not count by one
 * @param clock empty before the first frame
 */
public record DeviceCondition(
        Map<StreamKind, Instant> silent,
        Optional<Instant> batteryLowSince,
        Optional<Instant> notWornSince,
        Optional<Connected> connection,
        Optional<Long> missing,
        Optional<WatchClock> clock) {

    /** A state of the connection, and when the house heard of it. */
    public record Connected(WatchConnection state, Instant since) {}

    public DeviceCondition {
        silent = Map.copyOf(silent);
    }
}
