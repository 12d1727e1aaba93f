package org.handrail.ingest;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * Which device is on whose wrist. Reading answers from memory and never waits for the database, except the first time;
 * a change counts in this process as soon as the call (or the transaction it is part of) has ended. A device keeps its
 * mentee for life: for another wearer it is paired anew and gets another id.
 */
public interface Pairings {

    /** Pairs a new device from now on. */
    DeviceCredential pair(MenteeId mentee);

    Optional<MenteeId> menteeOf(DeviceId device);

    /** The devices now paired with the mentee, the oldest pairing first. */
    List<DeviceId> devicesOf(MenteeId mentee);

    /** Whether a paired device has this secret. */
    boolean isGenuine(DeviceId device, String secret);

    /** Ends a pairing; does nothing where there is none. Frames that arrive from then on are refused. */
    void unpair(DeviceId device);
}
