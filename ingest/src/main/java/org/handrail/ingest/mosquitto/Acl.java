package org.handrail.ingest.mosquitto;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handrail.signals.DeviceId;
import tools.jackson.databind.JsonNode;

/**
 * One right, in the plugin's words and with its names. Percent patterns that stand for the user's name came with a later Mosquitto, so every
 * device has a role of its own.
 *
 * @param priority the plugin answers it with every right, and takes what it answered
 */
record Acl(String acltype, String topic, int priority, boolean allow) {

    private static final String ROOT = "handrail/1/";

    /** Speaks under its own {@code up}, listens under its own {@code down}. */
    static List<Acl> ofDevice(DeviceId device) {
        String up = ROOT + device.value() + "/up/#";
        String down = ROOT + device.value() + "/down/#";
        return List.of(
                allowed("publishClientSend", up),
                allowed("publishClientReceive", down),
                allowed("subscribePattern", down),
                allowed("unsubscribePattern", down));
    }

    /** Reads every device's frames, alone or sharing them with others, and sends nudges to every device. */
    static List<Acl> ofHouse() {
        String up = ROOT + "+/up/#";
        // The plugin is asked for the whole filter, share and group included.
        String shared = "$share/+/" + up;
        return List.of(
                allowed("publishClientSend", ROOT + "+/down/#"),
                allowed("publishClientReceive", up),
                allowed("subscribePattern", up),
                allowed("subscribePattern", shared),
                allowed("unsubscribePattern", up),
                allowed("unsubscribePattern", shared));
    }

    /** As the plugin tells them of a role. */
    static Set<Acl> setOf(JsonNode told) {
        var acls = new HashSet<Acl>();
        for (var one : told) {
            acls.add(new Acl(
                    one.path("acltype").asString(""),
                    one.path("topic").asString(""),
                    one.path("priority").asInt(0),
                    one.path("allow").asBoolean(false)));
        }
        return acls;
    }

    private static Acl allowed(String acltype, String topic) {
        return new Acl(acltype, topic, 0, true);
    }
}
