package org.handrail.companion.embedded;

import java.util.Optional;

/**
 * Says which device stands behind a user name and a secret. Called by the embedded broker once for each connection, on the broker's
 * own threads and on several at once; an exception counts as a refusal. The house itself never passes through here.
 */
@FunctionalInterface
public interface BrokerAccess {

    /** The device that may come in under this name with this secret, or empty to refuse the connection. */
    Optional<BrokerGuest.Device> authenticate(String user, String secret);
}
