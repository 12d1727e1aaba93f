package org.handrail.ingest;

import java.util.Set;
import org.handrail.signals.DeviceId;

/** The broker's side of a pairing: who may sign in there. */
public interface BrokerRights {

    /** Called after the pairing is committed; returns when the broker knows the device, throws if it could not be told. */
    void admit(DeviceCredential credential);

    /** Ends live connections of the device and lets it in no more. */
    void revoke(DeviceId device);

    /** Every device that may be in; whoever else the broker still knows is shown out (called at start and now and then). */
    void reconcile(Set<DeviceId> paired);
}
