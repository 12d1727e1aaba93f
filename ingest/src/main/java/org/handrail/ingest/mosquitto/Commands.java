package org.handrail.ingest.mosquitto;

import java.util.List;
import java.util.Map;
import org.handrail.signals.DeviceId;

/** The plugin's commands, in its words. */
final class Commands {

    /** By these texts the clients that Handrail has made are told from everybody else's. */
    static final String DEVICE = "Handrail device";

    static final String HOUSE = "Handrail house";

    static final String HOUSE_ROLE = "handrail-house";

    static final String ROLE_EXISTS = "Role already exists";
    static final String NO_ROLE = "Role not found";
    static final String CLIENT_EXISTS = "Client already exists";
    static final String NO_CLIENT = "Client not found";

    private Commands() {}

    static String roleOf(DeviceId device) {
        return "handrail-device-" + device.value();
    }

    static Map<String, Object> createRole(String role, List<Acl> acls) {
        return Map.of("command", "createRole", "rolename", role, "acls", acls);
    }

    static Map<String, Object> modifyRole(String role, List<Acl> acls) {
        return Map.of("command", "modifyRole", "rolename", role, "acls", acls);
    }

    static Map<String, Object> getRole(String role) {
        return Map.of("command", "getRole", "rolename", role);
    }

    static Map<String, Object> deleteRole(String role) {
        return Map.of("command", "deleteRole", "rolename", role);
    }

    /** The client id is the user's name: nobody else can take the session, and its messages, of a device. */
    static Map<String, Object> createDevice(DeviceId device, String secret) {
        return Map.of(
                "command",
                "createClient",
                "username",
                device.value(),
                "password",
                secret,
                "clientid",
                device.value(),
                "textname",
                DEVICE,
                "roles",
                roles(roleOf(device)));
    }

    /** Any client id: several processes may read frames under one name. */
    static Map<String, Object> createHouse(String user, String secret) {
        return Map.of(
                "command", "createClient",
                "username", user,
                "password", secret,
                "textname", HOUSE,
                "roles", roles(HOUSE_ROLE));
    }

    static Map<String, Object> setSecret(DeviceId device, String secret) {
        return Map.of("command", "setClientPassword", "username", device.value(), "password", secret);
    }

    static Map<String, Object> getClient(String user) {
        return Map.of("command", "getClient", "username", user);
    }

    static Map<String, Object> deleteClient(String user) {
        return Map.of("command", "deleteClient", "username", user);
    }

    /** Ends its connections, too. */
    static Map<String, Object> disableClient(String user) {
        return Map.of("command", "disableClient", "username", user);
    }

    static Map<String, Object> enableClient(String user) {
        return Map.of("command", "enableClient", "username", user);
    }

    static Map<String, Object> listClients(int count, int offset) {
        return Map.of("command", "listClients", "verbose", true, "count", count, "offset", offset);
    }

    static Map<String, Object> getDefaults() {
        return Map.of("command", "getDefaultACLAccess");
    }

    static Map<String, Object> denyByDefault() {
        var types = List.of("publishClientSend", "publishClientReceive", "subscribe", "unsubscribe");
        return Map.of(
                "command",
                "setDefaultACLAccess",
                "acls",
                types.stream()
                        .map(type -> Map.of("acltype", type, "allow", false))
                        .toList());
    }

    private static List<Map<String, Object>> roles(String role) {
        return List.of(Map.of("rolename", role));
    }
}
