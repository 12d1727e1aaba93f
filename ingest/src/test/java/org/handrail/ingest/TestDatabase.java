package org.handrail.ingest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL that can be stopped and started again with what it had stored. */
public final class TestDatabase implements AutoCloseable {

    private static final class Shared {
        private static final TestDatabase DATABASE = start();

        private static TestDatabase start() {
            try {
                return new TestDatabase(Files.createTempDirectory("handrail-ingest-db"), true);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private final Path directory;
    private final boolean cleanedUpAtExit;
    private final int port;
    private final HikariDataSource dataSource;
    private EmbeddedPostgres server;

    public TestDatabase(Path directory) throws IOException {
        this(directory, false);
    }

    private TestDatabase(Path directory, boolean cleanedUpAtExit) throws IOException {
        this.directory = directory;
        this.cleanedUpAtExit = cleanedUpAtExit;
        this.port = freePort();
        this.server = launch();
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(500);
        config.setValidationTimeout(250);
        this.dataSource = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/ingest")
                .load()
                .migrate();
    }

    /** One for all tests that need no more than new devices and mentees of their own. */
    public static HikariDataSource shared() {
        return Shared.DATABASE.dataSource;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public void stop() throws IOException {
        server.close();
    }

    /** Returns when the pool has found its way back. */
    public void start() throws IOException {
        server = launch();
        Awaitility.await().ignoreExceptions().until(() -> {
            try (var connection = dataSource.getConnection()) {
                return connection.isValid(1);
            }
        });
    }

    @Override
    public void close() throws IOException {
        dataSource.close();
        server.close();
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(cleanedUpAtExit)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
    }
}
