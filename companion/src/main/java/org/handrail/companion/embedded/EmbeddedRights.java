package org.handrail.companion.embedded;

import java.util.Set;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;

/** The embedded broker asks for each device that signs in, so only those inside have to be shown out. */
public final class EmbeddedRights implements BrokerRights {

    private final EmbeddedBroker broker;

    public EmbeddedRights(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @Override
    public void admit(DeviceCredential credential) {
        // Known by its pairing.
    }

    @Override
    public void revoke(DeviceId device) {
        broker.disconnect(device.value());
    }

    /** A device that was paired after the list was read is shown out too; it comes back by itself. */
    @Override
    public void reconcile(Set<DeviceId> paired) {
        for (String name : broker.devices()) {
            if (!paired.contains(new DeviceId(name))) {
                broker.disconnect(name);
            }
        }
    }
}
