package org.handrail.ingest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL without extensions, out of a jar. */
final class PlainServer implements TestServer {

    private final Path directory;
    private final boolean cleanedUpAtExit;
    private final int port;
    private EmbeddedPostgres server;

    PlainServer(Path directory, boolean cleanedUpAtExit) throws IOException {
        this.directory = directory;
        this.cleanedUpAtExit = cleanedUpAtExit;
        this.port = TestDatabase.freePort();
        this.server = launch();
    }

    @Override
    public String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void start() throws IOException {
        server = launch();
    }

    @Override
    public void stop() throws IOException {
        server.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
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
