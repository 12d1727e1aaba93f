package org.handrail.devicesim.load;

import java.net.InetSocketAddress;
import java.net.URI;

/** Where a load goes. */
final class BrokerAddress {

    private BrokerAddress() {}

    static InetSocketAddress of(URI broker) {
        if (!"tcp".equals(broker.getScheme()) || broker.getHost() == null || broker.getPort() < 1) {
            throw new IllegalArgumentException("A load goes to tcp://host:port, not to " + broker);
        }
        return new InetSocketAddress(broker.getHost(), broker.getPort());
    }
}
