package org.handrail.companion.bench;

import java.nio.file.Path;
import org.handrail.companion.embedded.BrokerAccess;
import org.handrail.companion.embedded.BrokerSettings;
import org.handrail.companion.embedded.EmbeddedBroker;

/** The embedded broker in the process of whoever listens to it, as in the house. */
final class HouseBroker {

    static final String USER = "handrail";

    /** Of a broker on loopback that lives for minutes and holds invented frames. */
    static final String SECRET = "bench";

    private HouseBroker() {}

    static EmbeddedBroker start(Path directory, BrokerAccess access) {
        return EmbeddedBroker.start(new BrokerSettings("127.0.0.1", 0, directory, USER, SECRET), access);
    }
}
