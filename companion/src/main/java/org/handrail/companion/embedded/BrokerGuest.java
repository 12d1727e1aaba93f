package org.handrail.companion.embedded;

import java.security.Principal;
import java.util.regex.Pattern;

/**
 * Someone the embedded broker has let in, and what they may do there: the house may do everything, a device may speak under its own
 * {@code up} and listen under its own {@code down}, and nothing else.
 *
 * <p>Addresses of the broker are written like MQTT topics (see {@link BrokerLayout}), so a right is a question about a topic.
 */
public sealed interface BrokerGuest extends Principal {

    /** Whether a message may be published to this topic. */
    boolean maySpeakTo(String topic);

    /** Whether a subscription may use this topic filter, wildcards included. */
    boolean mayListenTo(String filter);

    /** Whether this guest may hold a session under this client id; two clients with one id would take each other's messages. */
    boolean mayBeCalled(String clientId);

    /** Our own process: ingest, nudges, the console. Its client ids begin with its name, so no device can claim one. */
    record House(String name) implements BrokerGuest {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean maySpeakTo(String topic) {
            return true;
        }

        @Override
        public boolean mayListenTo(String filter) {
            return true;
        }

        @Override
        public boolean mayBeCalled(String clientId) {
            return clientId.startsWith(name);
        }
    }

    /** One wrist. Its id is its user name and its client id. */
    record Device(String id) implements BrokerGuest {

        // A slash, a plus or a hash in an id would widen the topics below to those of other devices.
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
        private static final String ROOT = "handrail/1/";

        public Device {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "A device id is up to 64 letters, digits, dots, dashes and underscores.");
            }
        }

        @Override
        public String getName() {
            return id;
        }

        @Override
        public boolean maySpeakTo(String topic) {
            return topic.startsWith(ROOT + id + "/up/");
        }

        @Override
        public boolean mayListenTo(String filter) {
            return filter.startsWith(ROOT + id + "/down/");
        }

        @Override
        public boolean mayBeCalled(String clientId) {
            return clientId.equals(id);
        }
    }
}
