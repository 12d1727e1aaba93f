package org.handrail.companion.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.handrail.companion.consent.Consents;
import org.handrail.ingest.CollectionConsent;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.IngestConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Only the ingest room, as a process of its own beside others and a house that analyses. Has no say at the broker, brings no
 * migrations and opens no port.
 */
public final class IngestRoom implements AutoCloseable {

    private final ConfigurableApplicationContext room;

    private IngestRoom(ConfigurableApplicationContext room) {
        this.room = room;
    }

    /** What is wired; no component, or the house would find it too. */
    @Import({IngestConfiguration.class, HouseClock.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @ComponentScan(
            basePackageClasses = Consents.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {Consents.class, CollectionConsent.class}))
    static class Wiring {

        /** The house that analyses finds the frames in the archive. */
        @Bean
        FrameSink framesStayInTheArchive() {
            return frames -> {};
        }
    }

    /**
     * Returns when the writers are ready; the broker need not be up.
     *
     * @param name tells this process from the others that share; the broker keeps unread frames for it under this name
     */
    public static IngestRoom open(
            Optional<OtherBroker> broker, Optional<OtherDatabase> database, String group, String name) {
        var said = new Said();
        if (broker.isEmpty() && !said.aBroker()) {
            throw new IllegalStateException("Several processes need a broker of their own: say --broker URL.");
        }
        if (database.isEmpty() && !said.aDatabase()) {
            throw new IllegalStateException("Several processes need a database of their own: say --database JDBC-URL.");
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        broker.ifPresent(other -> properties.putAll(other.properties()));
        database.ifPresent(other -> properties.putAll(other.properties()));
        properties.put("handrail.ingest.silence.tells", false);
        properties.put("handrail.ingest.mqtt.share-group", group);
        properties.put("handrail.ingest.mqtt.client-id", "handrail-ingest-" + name);
        try {
            return new IngestRoom(new SpringApplicationBuilder(Wiring.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(false)
                    .run(properties.entrySet().stream()
                            .map(property -> "--" + property.getKey() + "=" + property.getValue())
                            .toArray(String[]::new)));
        } catch (RuntimeException fault) {
            throw OneSentence.of(fault);
        }
    }

    /** Address of the database, without what follows a question mark: a password may stand there. */
    public String database() {
        return room.getEnvironment()
                .getRequiredProperty("spring.datasource.url")
                .replaceAll("\\?.*", "");
    }

    @Override
    public void close() {
        room.close();
    }
}
