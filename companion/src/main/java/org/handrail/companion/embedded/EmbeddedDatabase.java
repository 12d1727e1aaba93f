package org.handrail.companion.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server beside this process, for the demo and for tests: started and stopped with it, on loopback, with a data
 * directory that stays. As root it runs through {@code unshare -U}, since PostgreSQL refuses to be root.
 *
 * <p>Nothing stops the server when this process is killed. The next start finds it, stops it and begins anew; it is never adopted,
 * because nobody knows what it was started with. There is no shutdown hook either: it would take the database away from those who
 * are still closing, so whoever starts this closes it last.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String HOST = "127.0.0.1";

    /** The only user of an embedded database. */
    public static final String USER = "postgres";

    /** Of {@code postmaster.pid}, counted from 0. */
    private static final int LINE_OF_PORT = 3;

    private static final Duration START_UP_WAIT = Duration.ofSeconds(90);

    /** The first two are off or overridden as the library has it: it was made for tests, and this must survive a power cut. */
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("work_mem", "4MB"),
            Map.entry("maintenance_work_mem", "32MB"),
            // The first change of a page after a checkpoint writes the whole page, so checkpoints are kept rare.
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("jit", "off"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_min_messages", "warning"));

    private final DatabaseDirectory directory;
    private final EmbeddedPostgres server;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DatabaseDirectory directory, EmbeddedPostgres server, String password) {
        this.directory = directory;
        this.server = server;
        this.password = password;
    }

    /**
     * Returns when the server answers queries; the first start in a directory unpacks and initialises it. Throws an
     * {@link IllegalStateException} with one sentence on what is in the way.
     *
     * @param port 0 picks a free one
     */
    public static EmbeddedDatabase start(Path path, int port) {
        DatabaseDirectory directory = DatabaseDirectory.claim(path);
        try {
            ServerProcess.of(directory.data()).ifPresent(EmbeddedDatabase::stopOrphan);
            directory.prepare();
            int chosen = LoopbackPort.free(HOST, port, "database");
            EmbeddedPostgres server = launch(directory, chosen);
            directory.markFinished();
            log.info("Embedded PostgreSQL listens on {}:{}", HOST, chosen);
            return new EmbeddedDatabase(directory, server, directory.password());
        } catch (IOException | RuntimeException e) {
            ServerProcess.of(directory.data()).ifPresent(ServerProcess::stop);
            directory.close();
            if (e instanceof IllegalStateException known) {
                throw known;
            }
            throw new IllegalStateException(
                    "The embedded database did not start; " + directory.log() + " says why.", e);
        }
    }

    /** Where the server of that directory listens, whoever started it; empty where none runs there. */
    public static Optional<String> runningIn(Path path) {
        try {
            var lines = Files.readAllLines(path.resolve("data").resolve("postmaster.pid"));
            return Optional.of(url(Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + USER;
    }

    private static void stopOrphan(ServerProcess orphan) {
        log.info(
                "Stopping PostgreSQL server {}, which a killed process left running, before a new one starts",
                orphan.id());
        orphan.stop();
    }

    private static EmbeddedPostgres launch(DatabaseDirectory directory, int port) throws IOException {
        Redirect serverLog = Redirect.appendTo(directory.log().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPgBinaryResolver(new OwnBinaries())
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                .setDataDirectory(directory.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_UP_WAIT)
                .setOutputRedirector(serverLog)
                .setErrorRedirector(serverLog)
                // The library trusts every local user; what it calls locale options are options of initdb, and the last
                // one counts.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.passwordFile().toString())
                .setConnectConfig("password", directory.password())
                .setPort(port);
        SERVER.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException | RuntimeException e) {
            throw new IOException(e);
        }
    }

    public String jdbcUrl() {
        return url(server.getPort());
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.getPort();
    }

    /** Stops the server and waits for it; the data stays. Harmless when called again. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        Optional<ServerProcess> process = ServerProcess.of(directory.data());
        try {
            server.close();
            // The library gives up after five seconds without saying so.
            process.ifPresent(ServerProcess::stop);
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL did not stop cleanly; the next start stops it first.", e);
        } finally {
            directory.close();
        }
    }
}
