package org.handrail.companion.house;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handrail.Handrail;
import org.handrail.companion.embedded.BrokerSettings;
import org.handrail.companion.embedded.EmbeddedBroker;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.companion.embedded.EmbeddedRights;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.FloodGate;
import org.handrail.ingest.Pairings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole house in one process. Database and broker are those that somebody runs beside it, or else embedded ones: these are
 * started before the rooms and closed after them, so that what was received is still stored on the way out.
 */
public final class House implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(House.class);

    private static final String HOUSE_USER = "handrail";

    private final Optional<EmbeddedDatabase> database;
    private final Optional<EmbeddedBroker> broker;
    private final ConfigurableApplicationContext rooms;

    private House(
            Optional<EmbeddedDatabase> database,
            Optional<EmbeddedBroker> broker,
            ConfigurableApplicationContext rooms) {
        this.database = database;
        this.broker = broker;
        this.rooms = rooms;
    }

    /** Returns when the pages answer. Throws an {@link IllegalStateException} with one sentence on what is in the way. */
    public static House open(HouseSettings settings) {
        return open(settings, rooms -> {});
    }

    /** A house that lives by that clock and by no other. */
    public static House open(HouseSettings settings, Clock clock) {
        return open(settings, rooms -> rooms.registerBean("ownClock", Clock.class, () -> clock));
    }

    /** A house with beans or listeners of somebody's own, which are added before the rooms are opened. */
    public static House open(HouseSettings settings, Consumer<GenericApplicationContext> onlooker) {
        var said = new Said();
        boolean hasOwnBroker = settings.broker().isEmpty() && !said.aBroker();
        if (hasOwnBroker && settings.ingest() == HouseSettings.Ingest.ELSEWHERE) {
            throw new IllegalStateException("Ingest elsewhere needs a broker that both can reach: say --broker URL.");
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        settings.database().ifPresent(other -> properties.putAll(other.properties()));
        settings.broker().ifPresent(other -> properties.putAll(other.properties()));
        var database = settings.database().isPresent() || said.aDatabase()
                ? Optional.<EmbeddedDatabase>empty()
                : Optional.of(EmbeddedDatabase.start(settings.data().resolve("database"), settings.databasePort()));
        try {
            database.ifPresent(own -> properties.putAll(propertiesOf(own)));
            var devices = new DeviceDoor();
            var broker = hasOwnBroker
                    ? Optional.of(startBroker(settings, devices, properties))
                    : Optional.<EmbeddedBroker>empty();
            try {
                var rooms = openRooms(settings, properties, broker, devices, onlooker);
                devices.open(rooms.getBean(Pairings.class));
                if (rooms.getBeanNamesForType(BrokerRights.class).length == 0) {
                    log.warn(
                            "Nobody tells the broker who is paired: set a doorkeeper, or keep its list of devices by hand");
                }
                return new House(database, broker, rooms);
            } catch (RuntimeException e) {
                broker.ifPresent(EmbeddedBroker::close);
                throw OneSentence.of(e);
            }
        } catch (RuntimeException e) {
            database.ifPresent(EmbeddedDatabase::close);
            throw e;
        }
    }

    private static Map<String, Object> propertiesOf(EmbeddedDatabase database) {
        return Map.of(
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password());
    }

    private static EmbeddedBroker startBroker(
            HouseSettings settings, DeviceDoor devices, Map<String, Object> properties) {
        String secret = randomSecret();
        var broker = EmbeddedBroker.start(
                new BrokerSettings(
                        settings.brokerHost(),
                        settings.brokerPort(),
                        settings.data().resolve("broker"),
                        HOUSE_USER,
                        secret,
                        settings.brokerTls()),
                devices);
        properties.put("handrail.ingest.mqtt.broker", broker.houseUrl());
        properties.put("handrail.ingest.mqtt.user", HOUSE_USER);
        properties.put("handrail.ingest.mqtt.secret", secret);
        return broker;
    }

    private static ConfigurableApplicationContext openRooms(
            HouseSettings settings,
            Map<String, Object> properties,
            Optional<EmbeddedBroker> broker,
            DeviceDoor devices,
            Consumer<GenericApplicationContext> onlooker) {
        properties.put("server.port", settings.httpPort());
        properties.put("handrail.clock.set-back", settings.setBack());
        if (settings.ingest() == HouseSettings.Ingest.ELSEWHERE) {
            properties.put("handrail.ingest.mqtt.reads-frames", false);
        }
        return new SpringApplicationBuilder(Handrail.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(defaults(broker))
                .initializers(
                        rooms -> broker.ifPresent(own -> bringRights((GenericApplicationContext) rooms, own, devices)),
                        rooms -> onlooker.accept((GenericApplicationContext) rooms))
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    private static Map<String, Object> defaults(Optional<EmbeddedBroker> broker) {
        var defaults = new LinkedHashMap<String, Object>();
        defaults.put("server.address", "127.0.0.1");
        // One for each thread that may want one at once: writers, lanes, listeners, timers.
        defaults.put("spring.datasource.hikari.maximum-pool-size", 20);
        broker.ifPresent(own -> defaults.put("handrail.pairing.broker", own.url()));
        return defaults;
    }

    /** The embedded broker asks the house itself who may come in. */
    private static void bringRights(GenericApplicationContext rooms, EmbeddedBroker broker, DeviceDoor devices) {
        rooms.registerBean("embeddedRights", BrokerRights.class, () -> new EmbeddedRights(broker));
        rooms.registerBean("embeddedFloodGate", FloodGate.class, () -> (device, pause) -> {
            devices.closeTo(device, pause);
            broker.disconnect(device.value());
        });
    }

    private static String randomSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A bean of one of the rooms. */
    public <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    public String pagesUrl() {
        boolean isSecure = rooms.getEnvironment().getProperty("server.ssl.enabled", Boolean.class, true)
                && (rooms.getEnvironment().containsProperty("server.ssl.bundle")
                        || rooms.getEnvironment().containsProperty("server.ssl.certificate")
                        || rooms.getEnvironment().containsProperty("server.ssl.key-store"));
        return (isSecure ? "https" : "http") + "://localhost:"
                + rooms.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** As an MQTT client writes it. */
    public String brokerUrl() {
        return broker.map(EmbeddedBroker::url)
                .orElseGet(() -> rooms.getEnvironment().getRequiredProperty("handrail.ingest.mqtt.broker"));
    }

    public String databaseUrl() {
        return rooms.getEnvironment().getRequiredProperty("spring.datasource.url");
    }

    @Override
    public void close() {
        rooms.close();
        broker.ifPresent(EmbeddedBroker::close);
        database.ifPresent(EmbeddedDatabase::close);
    }
}
