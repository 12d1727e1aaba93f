package org.handrail.companion.house;

import java.util.Optional;
import org.handrail.companion.embedded.BrokerAccess;
import org.handrail.companion.embedded.BrokerGuest;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.jspecify.annotations.Nullable;

/** Lets paired devices in at the embedded broker. Until the rooms are open nobody is; watches try again. */
final class DeviceDoor implements BrokerAccess {

    private volatile @Nullable Pairings pairings;

    void open(Pairings known) {
        pairings = known;
    }

    @Override
    public Optional<BrokerGuest.Device> authenticate(String user, String secret) {
        var known = pairings;
        boolean isGenuine = known != null && DeviceId.isValid(user) && known.isGenuine(new DeviceId(user), secret);
        return isGenuine ? Optional.of(new BrokerGuest.Device(user)) : Optional.empty();
    }
}
