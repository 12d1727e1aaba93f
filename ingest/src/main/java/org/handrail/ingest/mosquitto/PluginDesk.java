package org.handrail.ingest.mosquitto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.MqttSettings;
import org.handrail.signals.DeviceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What Handrail does at the plugin, within one conversation. */
final class PluginDesk {

    private static final Logger log = LoggerFactory.getLogger(PluginDesk.class);

    /** The plugin writes its whole file after each command, and the broker stands still meanwhile. */
    private static final int AT_ONCE = 50;

    private final ControlTalk talk;

    PluginDesk(ControlTalk talk) {
        this.talk = talk;
    }

    /** Nothing is allowed that is not said, and the house may read frames and send nudges. */
    void prepare(MqttSettings mqtt) throws MqttException {
        var defaults = talk.ask(Commands.getDefaults()).orElseOnly().data().path("acls");
        if (contains(defaults, access -> access.path("allow").asBoolean(false))) {
            log.info("The broker allowed by default what no role says; from now on it does not");
            talk.ask(Commands.denyByDefault()).orElseOnly();
        }
        ensureRole(Commands.HOUSE_ROLE, Acl.ofHouse());
        if (mqtt.user() != null && mqtt.secret() != null) {
            talk.ask(Commands.createHouse(mqtt.user(), mqtt.secret())).orElseOnly(Commands.CLIENT_EXISTS);
        }
    }

    void admit(DeviceCredential credential) throws MqttException {
        var device = credential.device();
        ensureRole(Commands.roleOf(device), Acl.ofDevice(device));
        var made = talk.ask(Commands.createDevice(device, credential.secret())).orElseOnly(Commands.CLIENT_EXISTS);
        if (made.says(Commands.CLIENT_EXISTS)) {
            if (!isOurs(device)) {
                throw new IllegalStateException("The broker knows another client by the name of device " + device
                        + "; it is left alone, and the device stays out.");
            }
            talk.ask(Commands.setSecret(device, credential.secret())).orElseOnly();
        }
    }

    /** Ends their connections, and lets them in no more. */
    void showOut(Collection<DeviceId> devices) throws MqttException {
        var commands = new ArrayList<Map<String, Object>>();
        for (var device : devices) {
            if (isOurs(device)) {
                commands.add(Commands.deleteClient(device.value()));
            }
            commands.add(Commands.deleteRole(Commands.roleOf(device)));
            if (commands.size() >= AT_ONCE) {
                mustBeGone(commands);
                commands.clear();
            }
        }
        if (!commands.isEmpty()) {
            mustBeGone(commands);
        }
    }

    /** Ends its connections, and lets it in no more until {@link #letIn}. */
    void letRest(DeviceId device) throws MqttException {
        if (isOurs(device)) {
            talk.ask(Commands.disableClient(device.value())).orElseOnly(Commands.NO_CLIENT);
        }
    }

    void letIn(DeviceId device) throws MqttException {
        if (isOurs(device)) {
            talk.ask(Commands.enableClient(device.value())).orElseOnly(Commands.NO_CLIENT);
        }
    }

    /** The devices that Handrail has made known. */
    Set<DeviceId> devices(int page) throws MqttException {
        return devices(page, client -> true);
    }

    /** Those of them that the broker does not let in at the moment. */
    Set<DeviceId> restingDevices(int page) throws MqttException {
        return devices(page, client -> client.path("disabled").asBoolean(false));
    }

    private Set<DeviceId> devices(int page, Predicate<JsonNode> wanted) throws MqttException {
        var devices = new HashSet<DeviceId>();
        for (int offset = 0; ; offset += page) {
            var clients = talk.ask(Commands.listClients(page, offset))
                    .orElseOnly()
                    .data()
                    .path("clients");
            for (var client : clients) {
                String name = client.path("username").asString("");
                if (isDevice(client) && DeviceId.isValid(name) && wanted.test(client)) {
                    devices.add(new DeviceId(name));
                }
            }
            if (clients.size() < page) {
                return devices;
            }
        }
    }

    private void mustBeGone(List<Map<String, Object>> commands) throws MqttException {
        for (var answer : talk.ask(List.copyOf(commands))) {
            answer.orElseOnly(Commands.NO_CLIENT, Commands.NO_ROLE);
        }
    }

    private boolean isOurs(DeviceId device) throws MqttException {
        var found = talk.ask(Commands.getClient(device.value())).orElseOnly(Commands.NO_CLIENT);
        return isDevice(found.data().path("client"));
    }

    private static boolean isDevice(JsonNode client) {
        return Commands.DEVICE.equals(client.path("textname").asString(""));
    }

    private void ensureRole(String role, List<Acl> acls) throws MqttException {
        var made = talk.ask(Commands.createRole(role, acls)).orElseOnly(Commands.ROLE_EXISTS);
        if (made.says(Commands.ROLE_EXISTS)) {
            var found = talk.ask(Commands.getRole(role)).orElseOnly().data().path("role");
            if (!Acl.setOf(found.path("acls")).equals(Set.copyOf(acls))) {
                log.warn("The broker's role {} had other rights than it should; they are put right", role);
                talk.ask(Commands.modifyRole(role, acls)).orElseOnly();
            }
        }
    }

    private static boolean contains(JsonNode list, Predicate<JsonNode> wanted) {
        for (var one : list) {
            if (wanted.test(one)) {
                return true;
            }
        }
        return false;
    }
}
