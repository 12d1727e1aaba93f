package org.handrail.companion.house;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.companion.embedded.BrokerAccess;
import org.handrail.companion.embedded.BrokerGuest;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.jspecify.annotations.Nullable;

/** Lets paired devices in at the embedded broker. Until the rooms are open nobody is; watches try again. */
final class DeviceDoor implements BrokerAccess {

    private volatile @Nullable Pairings pairings;

    /** Devices that have to wait, until then on the monotonic clock. */
    private final Map<DeviceId, Long> closedUntil = new ConcurrentHashMap<>();

    void open(Pairings known) {
        pairings = known;
    }

    /** Lets this device in no more for a while. */
    void closeTo(DeviceId device, Duration pause) {
        closedUntil.put(device, System.nanoTime() + pause.toNanos());
    }

    private boolean isOpenTo(DeviceId device) {
        var until = closedUntil.get(device);
        if (until != null && System.nanoTime() - until >= 0) {
            closedUntil.remove(device, until);
            return true;
        }
        return until == null;
    }

    @Override
    public Optional<BrokerGuest.Device> authenticate(String user, String secret) {
        var known = pairings;
        boolean isGenuine = known != null
                && DeviceId.isValid(user)
                && isOpenTo(new DeviceId(user))
                && known.isGenuine(new DeviceId(user), secret);
        return isGenuine ? Optional.of(new BrokerGuest.Device(user)) : Optional.empty();
    }
}
