package org.handrail.ingest.mqtt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.handrail.ingest.TestDatabase;

/** The broker that programmes run, as a child process on loopback with persistence. */
final class Mosquitto implements AutoCloseable {

    static final String BINARY = "/usr/sbin/mosquitto";

    private final int port;
    private final Path config;
    private Process process;

    Mosquitto(Path directory) throws IOException {
        this.port = TestDatabase.freePort();
        this.config = Files.writeString(
                directory.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                user %s
                persistence true
                persistence_location %s/
                autosave_interval 1
                max_queued_messages 0
                """.formatted(port, System.getProperty("user.name"), directory));
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of(BINARY));
    }

    String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    Mosquitto start() throws IOException {
        process = new ProcessBuilder(BINARY, "-c", config.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(this::answers);
        return this;
    }

    /** As the kernel would: no good-bye, nothing saved. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
