package org.handrail.companion.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.protocol.mqtt.exceptions.InvalidClientIdException;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CompositeAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands at the broker's door: asks who comes in, and for every address what they may do with it. Called by many broker threads.
 *
 * <p>The broker asks for the guest again before each right it checks. Who was let in is kept on the connection, so
 * {@link BrokerAccess} is asked once for each connection and a withdrawn device must be shown out by
 * {@link EmbeddedBroker#disconnect}.
 */
final class BrokerGuard implements ActiveMQSecurityManager5 {

    private static final Logger log = LoggerFactory.getLogger(BrokerGuard.class);

    private final BrokerGuest.House house;
    private final byte[] houseSecret;
    private final BrokerAccess access;

    BrokerGuard(String houseUser, String houseSecret, BrokerAccess access) {
        this.house = new BrokerGuest.House(houseUser);
        this.houseSecret = houseSecret.getBytes(UTF_8);
        this.access = access;
    }

    /** Who was let in on this connection, empty before that. */
    static Optional<BrokerGuest> guest(RemotingConnection connection) {
        return guest(connection.getSubject());
    }

    private static Optional<BrokerGuest> guest(@Nullable Subject subject) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(BrokerGuest.class).stream().findFirst();
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String secret,
            @Nullable RemotingConnection connection,
            @Nullable String securityDomain) {
        if (user == null || secret == null || connection == null) {
            return null;
        }
        Optional<BrokerGuest> known =
                guest(connection).filter(guest -> guest.getName().equals(user));
        Optional<BrokerGuest> guest = known.or(() -> recognise(user, secret));
        if (guest.isEmpty()) {
            return null;
        }
        String clientId = connection.getClientID();
        if (clientId == null || !guest.get().mayBeCalled(clientId)) {
            throw new InvalidClientIdException();
        }
        return known.isPresent()
                ? connection.getSubject()
                : new Subject(true, Set.of(guest.get(), new UserPrincipal(user)), Set.of(), Set.of());
    }

    private Optional<BrokerGuest> recognise(String user, String secret) {
        if (user.startsWith(house.name())) {
            boolean known = user.equals(house.name()) && MessageDigest.isEqual(houseSecret, secret.getBytes(UTF_8));
            return known ? Optional.of(house) : Optional.empty();
        }
        try {
            return access.authenticate(user, secret)
                    .filter(device -> device.id().equals(user))
                    .map(BrokerGuest.class::cast);
        } catch (RuntimeException e) {
            log.warn("An MQTT client is refused because its secret could not be checked; it may try again.", e);
            return Optional.empty();
        }
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
        return guest(subject).filter(guest -> may(guest, check, address)).isPresent();
    }

    /** The address carries the name of the queue, as {@code address::queue}, where a queue is asked for. */
    private static boolean may(BrokerGuest guest, CheckType check, String addressAndQueue) {
        if (guest instanceof BrokerGuest.House) {
            return true;
        }
        String address = CompositeAddress.extractAddressName(addressAndQueue);
        return switch (check) {
            case SEND -> guest.maySpeakTo(addressAndQueue) && !CompositeAddress.isFullyQualified(addressAndQueue);
            case CREATE_ADDRESS -> guest.maySpeakTo(address) || guest.mayListenTo(address);
            case CONSUME,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE ->
                guest.mayListenTo(address)
                        && CompositeAddress.extractQueueName(addressAndQueue).startsWith(guest.getName() + ".");
            case DELETE_ADDRESS, MANAGE, BROWSE, VIEW, EDIT -> false;
        };
    }

    /** The broker never calls the two questions of older Artemis versions once this one is offered. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
