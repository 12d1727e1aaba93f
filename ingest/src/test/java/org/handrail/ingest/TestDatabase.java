package org.handrail.ingest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL that can be stopped and started again with what it had stored. */
public final class TestDatabase implements AutoCloseable {

    private static final class Shared {
        private static final TestDatabase DATABASE = start();

        private static TestDatabase start() {
            try {
                return new TestDatabase(new PlainServer(Files.createTempDirectory("handrail-ingest-db"), true));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static final class SharedTimescale {
        private static final TestDatabase DATABASE = timescale();
    }

    private static final String NO_TIMESCALE =
            "No TimescaleDB here: './handrail test' prepares one where it is root, or " + NamedTimescale.VARIABLE
                    + " names one";

    private final TestServer server;
    private final HikariDataSource dataSource;

    public TestDatabase(Path directory) throws IOException {
        this(new PlainServer(directory, false));
    }

    private TestDatabase(TestServer server) {
        this(server, server.jdbcUrl());
    }

    private TestDatabase(TestServer server, String jdbcUrl) {
        this.server = server;
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(500);
        config.setValidationTimeout(250);
        this.dataSource = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/ingest")
                .defaultSchema("ingest")
                .table("migration_history")
                .load()
                .migrate();
    }

    /** One for all tests that need no more than new devices and mentees of their own. */
    public static HikariDataSource shared() {
        return Shared.DATABASE.dataSource;
    }

    /** As {@link #shared()}, with TimescaleDB in it; skips the test where there is none. */
    public static HikariDataSource sharedTimescale() {
        assumeTimescale();
        return SharedTimescale.DATABASE.dataSource;
    }

    /** One of its own with TimescaleDB in it; skips the test where there is none. */
    public static TestDatabase timescale() {
        assumeTimescale();
        var named = System.getenv(NamedTimescale.VARIABLE);
        try {
            return new TestDatabase(named == null ? new TimescaleServer() : new NamedTimescale(named));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * A server with TimescaleDB, where the archive was made by a role that may not switch it on, and an administrator did
     * so afterwards; skips the test where there is none.
     */
    public static TestDatabase madeBeforeTimescale() {
        Assumptions.assumeTrue(TimescaleServer.isPrepared(), NO_TIMESCALE);
        try {
            var server = new TimescaleServer();
            execute(server.jdbcUrl(), "CREATE ROLE house LOGIN; CREATE SCHEMA ingest AUTHORIZATION house");
            var database = new TestDatabase(server, server.jdbcUrl().replace("user=postgres", "user=house"));
            execute(server.jdbcUrl(), "CREATE EXTENSION timescaledb");
            return database;
        } catch (IOException | SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void execute(String jdbcUrl, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assumeTimescale() {
        Assumptions.assumeTrue(
                System.getenv(NamedTimescale.VARIABLE) != null || TimescaleServer.isPrepared(),
                "No TimescaleDB here: './handrail test' prepares one where it is root, or " + NamedTimescale.VARIABLE
                        + " names one");
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public void stop() throws IOException {
        server.stop();
    }

    /** Returns when the pool has found its way back. */
    public void start() throws IOException {
        server.start();
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
}
