package org.handrail.ingest.mosquitto;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.FloodGate;
import org.handrail.ingest.MqttSettings;
import org.handrail.ingest.RightsSettings;
import org.handrail.signals.DeviceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the devices known to Mosquitto's dynamic-security plugin. Every step may be repeated: what is already there is fine, and
 * so is what is already gone. Clients that Handrail did not make are left alone.
 *
 * <p>Only a device's hashed secret is stored here, so a device that the broker has forgotten cannot be made known to it again:
 * it is told in the log and by {@code handrail.ingest.rights.unknown}, and has to be paired anew.
 *
 * <p>Whoever calls {@link #reconcile} lets nobody be admitted between reading the list and the answer.
 */
public final class DynamicSecurity implements BrokerRights, FloodGate, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DynamicSecurity.class);
    private static final int PAGE = 500;
    private static final int TOLD_BY_NAME = 20;

    private final MqttSettings mqtt;
    private final RightsSettings rights;
    private final AtomicInteger unknown = new AtomicInteger();

    /** Shown out for a while, by this process. */
    private final Set<DeviceId> resting = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService letsIn = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "ingest-lets-in");
        thread.setDaemon(true);
        return thread;
    });

    public DynamicSecurity(MqttSettings mqtt, RightsSettings rights, MeterRegistry meters) {
        this.mqtt = mqtt;
        this.rights = rights;
        meters.gauge("handrail.ingest.rights.unknown", unknown);
    }

    /** What is asked of the plugin within one conversation. */
    private interface Errand {

        void run(PluginDesk desk) throws MqttException;
    }

    @Override
    public void admit(DeviceCredential credential) {
        run(desk -> desk.admit(credential));
    }

    @Override
    public void revoke(DeviceId device) {
        run(desk -> desk.showOut(Set.of(device)));
    }

    /** Should the process end meanwhile, the device is let in at the next {@link #reconcile}. */
    @Override
    public void showOut(DeviceId device, Duration pause) {
        resting.add(device);
        letsIn.schedule(() -> letIn(device), pause.toMillis(), TimeUnit.MILLISECONDS);
        run(desk -> desk.letRest(device));
    }

    private void letIn(DeviceId device) {
        resting.remove(device);
        try {
            run(desk -> desk.letIn(device));
        } catch (IllegalStateException away) {
            log.warn("Device {} is let in again later", device, away);
        }
    }

    @Override
    public void close() {
        letsIn.shutdownNow();
    }

    @Override
    public void reconcile(Set<DeviceId> paired) {
        run(desk -> {
            desk.prepare(mqtt);
            var known = desk.devices(PAGE);
            var strangers = new LinkedHashSet<>(known);
            strangers.removeAll(paired);
            desk.showOut(strangers);
            if (!strangers.isEmpty()) {
                log.info("Showed out {} devices that are not paired any more", strangers.size());
            }
            for (var device : desk.restingDevices(PAGE)) {
                if (!resting.contains(device)) {
                    desk.letIn(device);
                }
            }
            tellForgotten(paired, known);
        });
    }

    private void tellForgotten(Set<DeviceId> paired, Set<DeviceId> known) {
        var forgotten = new TreeSet<String>();
        paired.stream().filter(device -> !known.contains(device)).forEach(device -> forgotten.add(device.value()));
        unknown.set(forgotten.size());
        if (!forgotten.isEmpty()) {
            log.error(
                    "The broker does not know {} paired devices; they stay out until its list is restored or they are paired anew: {}{}",
                    forgotten.size(),
                    forgotten.stream().limit(TOLD_BY_NAME).collect(Collectors.joining(", ")),
                    forgotten.size() > TOLD_BY_NAME ? ", ..." : "");
        }
    }

    private void run(Errand errand) {
        try (var talk = ControlTalk.open(mqtt, rights)) {
            errand.run(new PluginDesk(talk));
        } catch (MqttException fault) {
            throw new IllegalStateException(
                    "The broker's list of devices could not be changed: " + mqtt.broker() + " says " + fault + ".",
                    fault);
        }
    }
}
