package org.handrail.devicesim.load;

import org.handrail.signals.DeviceId;

/** Hears how long things took in a crowd. Called on the crowd's thread, which must not wait. */
public interface CrowdEar {

    /** @param nanos from the instant at which the frame was due to the broker's confirmation */
    void confirmed(long nanos);

    /**
     * A nudge arrived at this watch.
     *
     * @param nanos since the watch's first frame of a minute was due, the last one that set out: it is the one that lets the
     *     minute before it close
     */
    void nudged(DeviceId device, long nanos);
}
