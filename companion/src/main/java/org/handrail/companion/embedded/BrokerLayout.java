package org.handrail.companion.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * How the embedded broker is set up: what is written to disk when, how much memory it may take, and what happens to a message that
 * nobody takes. Wildcards are those of MQTT, so that an address of the broker <em>is</em> the MQTT topic and rights need no translation.
 */
final class BrokerLayout {

    /** For watches; without TLS for the house too. */
    static final String ACCEPTOR = "mqtt";

    /** For the house, where watches speak TLS. */
    static final String HOUSE_ACCEPTOR = "house";

    private static final String DEAD_LETTERS = "handrail-dead-letters";
    private static final String EXPIRED = "handrail-expired";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long MIB = 1024L * 1024L;

    private BrokerLayout() {}

    static Configuration of(BrokerSettings settings) throws Exception {
        Path directory = settings.directory();
        Configuration layout = new ConfigurationImpl()
                .setName("handrail")
                .setSecurityEnabled(true)
                .setPersistenceEnabled(true)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setJournalType(JournalType.NIO)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalPoolFiles(4)
                .setJMXManagementEnabled(false)
                .setWildCardConfiguration(new WildcardConfiguration()
                        .setDelimiter('/')
                        .setSingleWord('+')
                        .setAnyWords('#'));
        layout.setJournalDatasync(true);
        // Waiting for ever is the default when another process holds the journal.
        layout.setJournalLockAcquisitionTimeout(2_000);
        // The cache forgets which client id a name came with; the guard keeps its own memory on the connection.
        layout.setAuthenticationCacheSize(0);
        layout.setSuppressSessionNotifications(true);
        layout.setMessageExpiryScanPeriod(10_000);
        layout.setGlobalMaxSize(64 * MIB);
        // By default publishers stand still once the disk is 90 % full, which many laptops are.
        layout.setMaxDiskUsage(-1).setMinDiskFree(256 * MIB);
        // Artemis opens a back door for its own cluster; nobody knows these words.
        layout.setClusterUser(UUID.randomUUID().toString());
        layout.setClusterPassword(UUID.randomUUID().toString());
        layout.addAcceptorConfiguration(acceptor(ACCEPTOR, settings.host(), settings.port(), settings.tls()));
        if (settings.tls().isPresent()) {
            layout.addAcceptorConfiguration(acceptor(HOUSE_ACCEPTOR, LOOPBACK, 0, Optional.empty()));
        }
        layout.addAddressConfiguration(nowhere(DEAD_LETTERS)).addAddressConfiguration(nowhere(EXPIRED));
        layout.addAddressSetting("#", addressSettings());
        return layout;
    }

    /** Plain NIO: the native transports gain nothing on loopback and cost two more jars. */
    private static TransportConfiguration acceptor(String name, String host, int port, Optional<BrokerTls> tls) {
        var parameters = new HashMap<String, Object>(Map.of(
                TransportConstants.HOST_PROP_NAME,
                host,
                TransportConstants.PORT_PROP_NAME,
                port,
                TransportConstants.PROTOCOLS_PROP_NAME,
                "MQTT",
                TransportConstants.TCP_NODELAY_PROPNAME,
                true,
                TransportConstants.USE_EPOLL_PROP_NAME,
                false,
                TransportConstants.USE_KQUEUE_PROP_NAME,
                false));
        tls.ifPresent(files -> {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
            parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, PemContexts.pathOf(files));
        });
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                parameters,
                name,
                Map.of("maximumPacketSize", String.valueOf(MIB / 4)));
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setPageSizeBytes((int) MIB)
                // The default of ten would take a frame away from a subscriber that reconnects an eleventh time.
                .setMaxDeliveryAttempts(-1)
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setAutoCreateAddresses(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDefaultAddressRoutingType(RoutingType.MULTICAST);
    }

    /** Where messages go to be forgotten. A queue that takes nothing spares a warning for each, and keeps nothing of anyone. */
    private static CoreAddressConfiguration nowhere(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.MULTICAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.MULTICAST)
                        .setDurable(false)
                        .setFilterString("handrail = 'nothing'"));
    }
}
