package org.handrail.ingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.ingest.DeviceCondition.Connected;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.WatchConnection;

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

    /** All guarded by this. */
    private final Map<StreamKey, Cadence> cadences = new HashMap<>();

    private final Set<StreamKey> spoke = new HashSet<>();
    private final Map<DeviceHour, Long> leastDelayMs = new HashMap<>();
    private final Map<DeviceId, Connected> connections = new HashMap<>();

    /** Frames that have been stored. */
    public synchronized void heard(Collection<ArchivedFrame> frames) {
        for (var archived : frames) {
            var frame = archived.frame();
            var device = frame.id().device();
            var at = archived.receivedAt();
            if (frame.stream().isSensor() || frame.stream() == StreamKind.DEVICE_STATUS) {
                var key = new StreamKey(device, frame.stream());
                var cadence = cadences.get(key);
                var next = cadence == null ? Cadence.heardFirst(at) : cadence.heard(at);
                cadences.put(key, next);
                spoke.add(key);
            }
            long delayMs = Duration.between(frame.endsAt(), at).toMillis();
            leastDelayMs.merge(new DeviceHour(device, at.truncatedTo(ChronoUnit.HOURS)), delayMs, Math::min);
        }
    }

    /** What a watch, or its last will, said of its connection. */
    public synchronized void heard(DeviceId device, WatchConnection state, Instant at) {
        connections.put(device, new Connected(state, at));
    }

    /** What an earlier process had written down. */
    synchronized void remember(Map<StreamKey, Cadence> earlier) {
        earlier.forEach((key, cadence) -> cadences.merge(key, cadence, (current, old) -> current.after(old)));
    }

    /** Takes what is to be written down. */
    synchronized Heard take() {
        var taken = new Heard(
                spoke.stream().collect(Collectors.toMap(Function.identity(), cadences::get)),
                Map.copyOf(leastDelayMs),
                Map.copyOf(connections));
        spoke.clear();
        leastDelayMs.clear();
        connections.clear();
        return taken;
    }

    /** Takes back what could not be written; what was heard since is newer. */
    synchronized void putBack(Heard heard) {
        spoke.addAll(heard.cadences.keySet());
        heard.leastDelayMs.forEach((hour, delayMs) -> leastDelayMs.merge(hour, delayMs, Math::min));
        heard.connections.forEach(connections::putIfAbsent);
    }
}
