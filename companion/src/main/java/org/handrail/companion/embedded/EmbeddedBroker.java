package org.handrail.companion.embedded;

import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.impl.ServiceRegistryImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT 5 and 3.1.1 broker inside this process, for the demo and for tests; a programme with many wearers uses Mosquitto instead.
 *
 * <p>Durable sessions and unacknowledged QoS 1 messages are on disk before a publisher hears of them, so they are there again after
 * a restart or a {@code kill -9}. Two limits of Artemis 2.55 to keep to: a session or message expiry between 2,147,484 seconds (24.8 days)
 * and "never" overflows and means "at once".
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final ActiveMQServer server;
    private final OwnDirectory directory;
    private final String host;
    private final int port;
    private final int housePort;
    private final boolean speaksTls;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(ActiveMQServer server, OwnDirectory directory, BrokerSettings settings, int port) {
        this.server = server;
        this.directory = directory;
        this.host = settings.host();
        this.port = port;
        this.speaksTls = settings.tls().isPresent();
        this.housePort = portOf(server, BrokerLayout.HOUSE_ACCEPTOR).orElse(port);
    }

    /** Returns when clients can connect. Throws an {@link IllegalStateException} with one sentence on what is in the way. */
    public static EmbeddedBroker start(BrokerSettings settings, BrokerAccess access) {
        OwnDirectory directory = OwnDirectory.claim(settings.directory(), "broker");
        AtomicReference<Exception> failure = new AtomicReference<>();
        try {
            LoopbackPort.free(settings.host(), settings.port(), "broker");
            settings.tls().ifPresent(BrokerTls::context);
            ServiceRegistryImpl registry = new ServiceRegistryImpl();
            registry.addIncomingInterceptor(new SharedQueueGuard());
            ActiveMQServerImpl server = new ActiveMQServerImpl(
                    BrokerLayout.of(settings),
                    null,
                    new BrokerGuard(settings.houseUser(), settings.houseSecret(), access),
                    null,
                    registry);
            // Artemis only logs what goes wrong after the first step, and leaves a half-started server behind.
            server.registerActivationFailureListener(failure::set);
            server.start();
            OptionalInt port = portOf(server, BrokerLayout.ACCEPTOR);
            if (failure.get() == null && port.isPresent()) {
                log.info("Embedded MQTT broker listens on {}:{}", settings.host(), port.getAsInt());
                return new EmbeddedBroker(server, directory, settings, port.getAsInt());
            }
            server.stop();
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
        directory.close();
        if (failure.get() instanceof IllegalStateException known) {
            throw known;
        }
        throw new IllegalStateException("The embedded broker could not start in " + directory + ".", failure.get());
    }

    private static OptionalInt portOf(ActiveMQServer server, String name) {
        return server.getRemotingService().getAcceptor(name) instanceof NettyAcceptor acceptor && acceptor.isStarted()
                ? OptionalInt.of(acceptor.getActualPort())
                : OptionalInt.empty();
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** As an MQTT client writes it. */
    public String url() {
        return (speaksTls ? "ssl://" : "tcp://") + host + ":" + port;
    }

    /** Where the house itself connects. */
    public String houseUrl() {
        return speaksTls ? "tcp://127.0.0.1:" + housePort : url();
    }

    /** Names of the devices that are connected now. */
    public Set<String> devices() {
        return server.getRemotingService().getConnections().stream()
                .flatMap(connection -> BrokerGuard.guest(connection).stream())
                .filter(BrokerGuest.Device.class::isInstance)
                .map(BrokerGuest::getName)
                .collect(Collectors.toSet());
    }

    /** Drops every live connection of this user; its durable session and what waits in it stay. */
    public void disconnect(String user) {
        for (RemotingConnection connection : server.getRemotingService().getConnections()) {
            if (BrokerGuard.guest(connection)
                    .filter(guest -> guest.getName().equals(user))
                    .isPresent()) {
                connection.fail(new ActiveMQException("shown out by the house"));
            }
        }
    }

    /** Stops listening and writes out what is left; harmless when called again. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("The embedded MQTT broker did not stop cleanly; its journal is read again at the next start.", e);
        } finally {
            directory.close();
        }
    }
}
