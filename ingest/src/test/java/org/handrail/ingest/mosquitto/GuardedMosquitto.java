package org.handrail.ingest.mosquitto;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.MqttSettings;
import org.handrail.ingest.RightsSettings;
import org.handrail.ingest.TestDatabase;

/** Debian's Mosquitto with its dynamic-security plugin, as a child process on loopback. */
final class GuardedMosquitto implements AutoCloseable {

    private static final String BINARY = "/usr/sbin/mosquitto";
    private static final String CONTROL = "/usr/bin/mosquitto_ctrl";
    static final String DOORKEEPER = "doorkeeper";

    private final int port;
    private final Path directory;
    private Process process;

    GuardedMosquitto(Path directory) throws IOException {
        this.port = TestDatabase.freePort();
        this.directory = directory;
        config("plugin /usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so", "plugin_opt_config_file " + list());
    }

    private void config(String... more) throws IOException {
        Files.writeString(
                directory.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nuser " + System.getProperty("user.name") + "\n"
                        + String.join("\n", more) + "\n");
    }

    /** One that lets everybody do everything. */
    GuardedMosquitto withoutPlugin() throws IOException {
        config("allow_anonymous true");
        return this;
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of(BINARY)) && Files.isExecutable(Path.of(CONTROL));
    }

    Path list() {
        return directory.resolve("dynamic-security.json");
    }

    GuardedMosquitto start() throws IOException, InterruptedException {
        if (!Files.exists(list())) {
            run(CONTROL, "dynsec", "init", list().toString(), DOORKEEPER, "secret");
        }
        process = new ProcessBuilder(
                        BINARY, "-c", directory.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile())
                .start();
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(this::answers);
        return this;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!started.waitFor(10, TimeUnit.SECONDS) || started.exitValue() != 0) {
            throw new IllegalStateException(command[0] + " failed");
        }
    }

    MqttSettings mqtt() {
        return new MqttSettings(
                URI.create("tcp://127.0.0.1:" + port),
                "handrail-ingest",
                "house",
                "secret of the house",
                100,
                Duration.ofDays(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                null,
                null,
                true);
    }

    RightsSettings rights(String secret) {
        return new RightsSettings(RightsSettings.KeptBy.DYNAMIC_SECURITY, DOORKEEPER, secret, Duration.ofSeconds(2));
    }

    /** What the plugin answers to a question of the test's own. */
    List<ControlAnswer> ask(List<Map<String, Object>> commands) throws MqttException {
        try (var talk = ControlTalk.open(mqtt(), rights("secret"))) {
            return talk.ask(commands);
        }
    }

    void stop() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
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
