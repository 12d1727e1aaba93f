package org.handrail.ingest;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;

/**
 * Which device is on whose wrist. Reading answers from memory; only for a device that is not known there the database is
 * asked, at most about once a second for each. A change counts in this process as soon as the call (or the transaction it
 * is part of) has ended, and in others within about a second. A device keeps its mentee for life: for another wearer it is
 * paired anew and gets another id.
 */
public interface Pairings {

    /**
     * Pairs a new device from now on, without a code.
     *
     * @throws IllegalStateException where the broker could not be told; nothing is paired then
     */
    DeviceCredential pair(MenteeId mentee);

    Optional<MenteeId> menteeOf(DeviceId device);

    /** The pairing, as long as it holds. */
    Optional<Pairing> find(DeviceId device);

    /** The devices now paired with the mentee, the oldest pairing first. */
    List<DeviceId> devicesOf(MenteeId mentee);

    /** Whether a paired device has this secret. */
    boolean isGenuine(DeviceId device, String secret);

    /**
     * Ends a pairing; does nothing where there is none. Frames that arrive from then on are refused. The broker is told to
     * end the device's connections at once, and again until it has.
     */
    void unpair(DeviceId device, PairingEnd end);
}
