package org.handrail.companion.house;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handrail.Handrail;
import org.handrail.companion.embedded.BrokerSettings;
import org.handrail.companion.embedded.EmbeddedBroker;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.Pairings;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole house in one process, with its own database and broker beside it. They are started before the rooms and closed
 * after them, so that what was received is still stored on the way out.
 */
public final class House implements AutoCloseable {

    private static final String HOUSE_USER = "handrail";

    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final ConfigurableApplicationContext rooms;

    private House(EmbeddedDatabase database, EmbeddedBroker broker, ConfigurableApplicationContext rooms) {
        this.database = database;
        this.broker = broker;
        this.rooms = rooms;
    }

    /** Returns when the pages answer. Throws an {@link IllegalStateException} with one sentence on what is in the way. */
    public static House open(HouseSettings settings) {
        var devices = new DeviceDoor();
        String secret = randomSecret();
        EmbeddedDatabase database =
                EmbeddedDatabase.start(settings.data().resolve("database"), settings.databasePort());
        try {
            var brokerSettings = new BrokerSettings(
                    "127.0.0.1", settings.brokerPort(), settings.data().resolve("broker"), HOUSE_USER, secret);
            var broker = EmbeddedBroker.start(brokerSettings, devices);
            try {
                var rooms = openRooms(settings, database, broker, secret);
                devices.open(rooms.getBean(Pairings.class));
                return new House(database, broker, rooms);
            } catch (RuntimeException e) {
                broker.close();
                throw OneSentence.of(e);
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext openRooms(
            HouseSettings settings, EmbeddedDatabase database, EmbeddedBroker broker, String secret) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", settings.httpPort());
        properties.put("spring.datasource.url", database.jdbcUrl());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("handrail.alerts.zone", ZoneId.systemDefault().getId());
        properties.put("handrail.ingest.mqtt.broker", broker.url());
        properties.put("handrail.ingest.mqtt.user", HOUSE_USER);
        properties.put("handrail.ingest.mqtt.secret", secret);
        return new SpringApplicationBuilder(Handrail.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of("handrail.pairing.broker", broker.url()))
                .initializers(rooms -> bringRights((GenericApplicationContext) rooms, broker))
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    /** The broker that the house brings along goes before any other. */
    private static void bringRights(GenericApplicationContext rooms, EmbeddedBroker broker) {
        rooms.registerBean(
                "embeddedRights", BrokerRights.class, () -> new EmbeddedRights(broker), bean -> bean.setPrimary(true));
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
        return "http://localhost:" + rooms.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** As an MQTT client writes it. */
    public String brokerUrl() {
        return broker.url();
    }

    public String databaseUrl() {
        return database.jdbcUrl();
    }

    @Override
    public void close() {
        rooms.close();
        broker.close();
        database.close();
    }
}
