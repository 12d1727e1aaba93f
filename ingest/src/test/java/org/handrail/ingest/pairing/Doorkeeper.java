package org.handrail.ingest.pairing;

import java.util.HashSet;
import java.util.Set;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.DeviceId;

/** The broker's side, kept in a set, and away when it is told to be. */
final class Doorkeeper implements BrokerRights {

    private final Set<DeviceId> in = new HashSet<>();
    private boolean isAway;

    synchronized void away(boolean away) {
        isAway = away;
    }

    synchronized boolean letsIn(DeviceId device) {
        return in.contains(device);
    }

    @Override
    public synchronized void admit(DeviceCredential credential) {
        answer();
        in.add(credential.device());
    }

    @Override
    public synchronized void revoke(DeviceId device) {
        answer();
        in.remove(device);
    }

    @Override
    public synchronized void reconcile(Set<DeviceId> paired) {
        answer();
        in.retainAll(paired);
    }

    private void answer() {
        if (isAway) {
            throw new IllegalStateException("The broker is away");
        }
    }
}
