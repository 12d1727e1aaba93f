package org.handrail.alerts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests, migrated once and emptied between them. */
final class Database {

    private static final EmbeddedPostgres SERVER = start();

    private Database() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration/alerts")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HikariDataSource connect() {
        var config = new HikariConfig();
        config.setDataSource(SERVER.getPostgresDatabase());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    static DataSource raw() {
        return SERVER.getPostgresDatabase();
    }

    static void empty() {
        JdbcClient.create(raw()).sql("""
                        truncate alerts.mentorship, alerts.risk_window, alerts.nudge, alerts.escalation, alerts.answer,
                          alerts.prompt, alerts.skipped_step, alerts.push_token, alerts.delivery, alerts.scheduled_task
                        """).update();
    }
}
