package org.handrail.ingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handrail.ingest.DeviceCondition.Connected;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.WatchConnection;
import org.jspecify.annotations.Nullable;

/**
 * What this process has heard of the devices since it was last written down. All of it may be heard and written twice
 * without harm; whoever ends the process loses some seconds of it, and no frame. Any thread may call.
 */
public final class Hearing {

    /** An hour of a device, by received-at. */
    record DeviceHour(DeviceId device, Instant hour) {}

    /** What is to be written down. */
    record Heard(
            Map<StreamKey, Cadence> cadences,
            Map<DeviceHour, Long> leastDelayMs,
            Map<DeviceId, Connected> connections) {}

    private static final class Device {
        private final Map<StreamKind, Cadence> cadences = new EnumMap<>(StreamKind.class);
        private final Set<StreamKind> spoke = EnumSet.noneOf(StreamKind.class);
        /** By the number of the hour since 1970. */
        private final Map<Long, Long> leastDelayMs = new HashMap<>();

        private @Nullable Connected connected;
    }

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    /** Guarded by this, with all that is in it. One look-up for a frame, since all frames pass here. */
    private final Map<DeviceId, Device> devices = new HashMap<>();

    /** Frames that have been stored. */
    public synchronized void heard(Collection<ArchivedFrame> frames) {
        for (var archived : frames) {
            var frame = archived.frame();
            var device = device(frame.id().device());
            if (frame.stream().isSensor() || frame.stream() == StreamKind.DEVICE_STATUS) {
                var at = archived.receivedAt();
                var cadence = device.cadences.get(frame.stream());
                device.cadences.put(frame.stream(), cadence == null ? Cadence.heardFirst(at) : cadence.heard(at));
                device.spoke.add(frame.stream());
            }
            long receivedMs = archived.receivedAt().toEpochMilli();
            long delayMs = receivedMs - frame.endsAt().toEpochMilli();
            device.leastDelayMs.merge(receivedMs / HOUR_MS, delayMs, Math::min);
        }
    }

    /** What a watch, or its last will, said of its connection. */
    public synchronized void heard(DeviceId device, WatchConnection state, Instant at) {
        device(device).connected = new Connected(state, at);
    }

    private Device device(DeviceId id) {
        return devices.computeIfAbsent(id, first -> new Device());
    }

    /** What an earlier process had written down. */
    synchronized void remember(Map<StreamKey, Cadence> earlier) {
        earlier.forEach((key, cadence) ->
                device(key.device()).cadences.merge(key.stream(), cadence, (current, old) -> current.after(old)));
    }

    /** Takes what is to be written down. */
    synchronized Heard take() {
        var taken = new Heard(new HashMap<>(), new HashMap<>(), new HashMap<>());
        devices.forEach((id, device) -> {
            device.spoke.forEach(stream ->
                    taken.cadences.put(new StreamKey(id, stream), Objects.requireNonNull(device.cadences.get(stream))));
            device.leastDelayMs.forEach((hour, delayMs) ->
                    taken.leastDelayMs.put(new DeviceHour(id, Instant.ofEpochMilli(hour * HOUR_MS)), delayMs));
            if (device.connected != null) {
                taken.connections.put(id, device.connected);
            }
            device.spoke.clear();
            device.leastDelayMs.clear();
            device.connected = null;
        });
        return taken;
    }

    /** Takes back what could not be written; what was heard since is newer. */
    synchronized void putBack(Heard heard) {
        heard.cadences.keySet().forEach(key -> device(key.device()).spoke.add(key.stream()));
        heard.leastDelayMs.forEach((hour, delayMs) ->
                device(hour.device()).leastDelayMs.merge(hour.hour().toEpochMilli() / HOUR_MS, delayMs, Math::min));
        heard.connections.forEach((id, connected) -> {
            var device = device(id);
            device.connected = device.connected == null ? connected : device.connected;
        });
    }
}
