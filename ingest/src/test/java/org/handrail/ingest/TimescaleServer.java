package org.handrail.ingest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Debian's TimescaleDB (Apache edition) out of the folder that {@code ./handrail test} prepares, as a child process on
 * loopback. The folder is a small Debian of its own, so it is entered as its root and served by its user "postgres".
 */
final class TimescaleServer implements TestServer {

    private static final Path FOLDER = Path.of(System.getProperty("handrail.tools", "../.handrail/tools"), "timescale")
            .toAbsolutePath()
            .normalize();

    /** As seen from inside the folder. */
    private static final String PROGRAMS = "/usr/lib/postgresql/17/bin/";

    private final String data = "/tmp/handrail-" + UUID.randomUUID();
    private final Path log = Files.createTempFile("handrail-timescale", ".log");
    private final int port = TestDatabase.freePort();
    private Process process;

    TimescaleServer() throws IOException {
        try {
            var initdb = inside(
                    "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
            if (!initdb.waitFor(60, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new IOException("initdb did not end well; " + log + " says why");
            }
            start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::clearAway));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException(hurry);
        }
    }

    static boolean isPrepared() {
        return Files.exists(FOLDER.resolve("complete")) && "root".equals(System.getProperty("user.name"));
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public void start() throws IOException {
        process = inside(
                "postgres",
                "-D",
                data,
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_preload_libraries=timescaledb",
                "-c",
                "timescaledb.telemetry_level=off",
                "-c",
                "jit=off",
                "-c",
                "fsync=on");
        Awaitility.await().until(() -> Files.readString(log).contains("ready to accept connections"));
    }

    /** SIGINT: without waiting for those who are connected, but with everything written. */
    @Override
    public void stop() throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }

    @Override
    public void close() throws IOException {
        stop();
        clearAway();
    }

    private void clearAway() {
        try {
            if (process.isAlive()) {
                stop();
            }
            new ProcessBuilder("rm", "-rf", FOLDER + data).start().waitFor();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private Process inside(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("chroot", "--userspec=postgres:postgres", FOLDER.toString()));
        command.add(PROGRAMS + program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
