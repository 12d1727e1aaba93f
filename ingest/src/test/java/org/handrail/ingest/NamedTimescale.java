package org.handrail.ingest;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** A server that somebody else runs, named by its JDBC URL: the tests get a database of their own on it. */
final class NamedTimescale implements TestServer {

    static final String VARIABLE = "HANDRAIL_TEST_TIMESCALE_URL";

    private final String url;
    private final String database =
            "handrail_test_" + UUID.randomUUID().toString().replace('-', '_');

    NamedTimescale(String url) throws IOException {
        this.url = url;
        execute("CREATE DATABASE " + database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                close();
            } catch (IOException fault) {
                throw new IllegalStateException("The database " + database + " stays behind", fault);
            }
        }));
    }

    @Override
    public String jdbcUrl() {
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    @Override
    public void start() {
        throw new IllegalStateException("It was never stopped");
    }

    @Override
    public void stop() {
        Assumptions.abort("The server that " + VARIABLE + " names is not ours to stop");
    }

    @Override
    public void close() throws IOException {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    private void execute(String sql) throws IOException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IOException(fault);
        }
    }
}
