package org.handrail.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.RefusalReason;

/**
 * How a device is doing, for the coordinator: silent, low on battery, refused.
 *
 * @param lastReceivedAt when its last frame arrived, by the house's clock; empty before the first one
 * @param lastSampledAt begin of its newest frame, by the device's clock
 * @param status what it last said of itself
 * @param frames how many were stored
 * @param duplicates how many arrived again
 * @param condition what needs somebody's eye
 * @param refusals how many messages were refused, by reason, since the pairing; reasons that never occurred are absent
 */
public record DeviceOverview(
        DeviceId device,
        Optional<Instant> lastReceivedAt,
        Optional<Instant> lastSampledAt,
        Optional<DeviceStatus> status,
        long frames,
        long duplicates,
        DeviceCondition condition,
        Map<RefusalReason, Long> refusals) {

    public DeviceOverview {
        refusals = Map.copyOf(refusals);
    }
}
