package org.handrail.devicesim.publish;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's Mosquitto as a child on a free port of the loopback, without disk; skips its test where it is not installed. */
public final class Mosquitto implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param access lines of its access control list, none for no list */
    public static Mosquitto start(Path folder, String... access) throws IOException {
        return startOn(freePort(), folder, access);
    }

    /** The same on a port that was its own before. */
    public static Mosquitto startOn(int port, Path folder, String... access) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "Skipped: Mosquitto is not installed at " + PROGRAM);
        var config = new StringBuilder("listener " + port + " 127.0.0.1\nallow_anonymous true\nuser root\n");
        // Unless told otherwise, Mosquitto drops what a subscriber has not taken beyond 1,000 messages, confirmed or
        // not.
        config.append("max_queued_messages 0\n");
        if (access.length > 0) {
            Path list = Files.writeString(folder.resolve("access-" + port), String.join("\n", access) + "\n");
            list.toFile().setReadable(true, false);
            config.append("acl_file ").append(list).append('\n');
        }
        Path file = Files.writeString(folder.resolve("mosquitto-" + port + ".conf"), config);
        var process = new ProcessBuilder(PROGRAM.toString(), "-c", file.toString(), "-v")
                .redirectErrorStream(true)
                .start();
        awaitRunning(process);
        return new Mosquitto(process, port);
    }

    public int port() {
        return port;
    }

    /** As {@code kill -9}: nothing in it gets a say. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitRunning(Process process) throws IOException {
        var log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            if (line.endsWith("running")) {
                var reader = new Thread(() -> readOn(log), "mosquitto-log");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new IOException("Mosquitto did not start:\n" + said);
    }

    /** A broker whose log nobody reads stands still once the pipe is full. */
    private static void readOn(BufferedReader log) {
        try {
            while (log.readLine() != null) {}
        } catch (IOException closed) {
            // The broker has ended.
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
