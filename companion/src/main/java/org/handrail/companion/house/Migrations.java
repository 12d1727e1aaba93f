package org.handrail.companion.house;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each room brings its own migrations, keeps its own schema and its own history of both. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** Rooms with a schema, each named as its folder under {@code db/migration}. */
    private static final List<String> ROOMS = List.of("ingest", "analytics", "alerts", "companion");

    @Bean
    FlywayMigrationStrategy eachRoomForItself() {
        return house -> ROOMS.forEach(room -> Flyway.configure()
                .configuration(house.getConfiguration())
                .locations("classpath:db/migration/" + room)
                .defaultSchema(room)
                .schemas(room)
                .table("migration_history")
                .load()
                .migrate());
    }
}
