package org.handrail.companion.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Mosquitto of its own, set up as docs/operations.md says: persistent, no confirmed frame dropped, and a watch may
 * publish under its own topic only.
 */
final class MosquittoProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;

    private MosquittoProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it takes connections. */
    static MosquittoProcess start(Path directory) throws IOException, InterruptedException {
        var program = find().orElseThrow(() ->
                new IllegalStateException("Mosquitto is not installed here; install it, or use --broker embedded."));
        Files.createDirectories(directory);
        int port = freePort();
        var rights = Files.writeString(
                directory.resolve("rights"), "pattern write handrail/1/%u/up/+\nuser handrail\ntopic readwrite #\n");
        rights.toFile().setReadable(false, false);
        rights.toFile().setReadable(true, true);
        var settings = Files.writeString(directory.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                acl_file %s
                persistence true
                persistence_location %s/
                max_queued_messages 0
                set_tcp_nodelay true
                sys_interval 0
                log_dest none
                %s
                """.formatted(
                        port, rights, directory, isRoot() ? "user root" : ""));
        var process = new ProcessBuilder(program.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile())
                .start();
        var mosquitto = new MosquittoProcess(process, port);
        mosquitto.awaitConnections(directory);
        return mosquitto;
    }

    private static Optional<Path> find() {
        var folders = Stream.concat(
                Stream.of("/usr/sbin", "/usr/local/sbin"),
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")));
        return folders.map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void awaitConnections(Path directory) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!takesConnections()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException(
                        "Mosquitto did not start; " + directory.resolve("mosquitto.log") + " may say why.");
            }
        }
    }

    private boolean takesConnections() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
