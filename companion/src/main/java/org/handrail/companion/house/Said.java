package org.handrail.companion.house;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** What was said by environment variables and system properties, before the rooms are opened. */
final class Said {

    private final ConfigurableEnvironment machine = new StandardEnvironment();

    Said() {
        ConfigurationPropertySources.attach(machine);
    }

    boolean aBroker() {
        return machine.containsProperty("handrail.ingest.mqtt.broker");
    }

    boolean aDatabase() {
        return machine.containsProperty("spring.datasource.url");
    }
}
