package org.handrail.ingest;

import java.time.Duration;
import org.handrail.signals.DeviceId;

/** Shows a device out of the broker for a while. What the device has not seen confirmed it keeps and sends afterwards. */
@FunctionalInterface
public interface FloodGate {

    /** Called on a thread of its own; what it throws is logged, and the device goes on. */
    void showOut(DeviceId device, Duration pause);
}
