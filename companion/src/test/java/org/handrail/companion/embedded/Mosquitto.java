package org.handrail.companion.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.RightsConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Debian's Mosquitto as docs/operations.md sets it up: dynamic security, persistence, TLS where there is a certificate. */
public final class Mosquitto implements AutoCloseable {

    public static final String BINARY = "/usr/sbin/mosquitto";
    public static final String HOUSE = "handrail";
    public static final String HOUSE_SECRET = "secret-of-the-house";
    public static final String DOORKEEPER = "handrail-doorkeeper";
    public static final String DOORKEEPER_SECRET = "secret-of-the-doorkeeper";

    private final int port = freePort();
    private final Path directory;
    private final boolean speaksTls;
    private Process process;

    public Mosquitto(Path directory, Optional<BrokerTls> tls) throws IOException {
        this(directory, tls, Duration.ofSeconds(1));
    }

    /** @param savesEvery how often it saves what it holds, all of it each time */
    public Mosquitto(Path directory, Optional<BrokerTls> tls, Duration savesEvery) throws IOException {
        this.directory = directory;
        this.speaksTls = tls.isPresent();
        String certificate = tls.map(files -> "certfile %s%nkeyfile %s%n".formatted(files.certificate(), files.key()))
                .orElse("");
        Files.writeString(directory.resolve("mosquitto.conf"), """
                per_listener_settings false
                listener %d 127.0.0.1
                %sallow_anonymous false
                plugin /usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so
                plugin_opt_config_file %s/dynamic-security.json
                user %s
                persistence true
                persistence_location %s/
                autosave_interval %d
                max_queued_messages 0
                """.formatted(
                port, certificate, directory, System.getProperty("user.name"), directory, savesEvery.toSeconds()));
    }

    public static boolean isInstalled() {
        return Files.isExecutable(Path.of(BINARY)) && Files.isExecutable(Path.of("/usr/bin/mosquitto_ctrl"));
    }

    public Mosquitto start() throws IOException, InterruptedException {
        if (!Files.exists(directory.resolve("dynamic-security.json"))) {
            initialise();
        }
        process = new ProcessBuilder(
                        BINARY, "-c", directory.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile())
                .start();
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(this::answers);
        return this;
    }

    private void initialise() throws IOException, InterruptedException {
        var control = new ProcessBuilder(
                        "/usr/bin/mosquitto_ctrl",
                        "dynsec",
                        "init",
                        directory.resolve("dynamic-security.json").toString(),
                        DOORKEEPER,
                        DOORKEEPER_SECRET)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        if (!control.waitFor(10, TimeUnit.SECONDS) || control.exitValue() != 0) {
            throw new IllegalStateException("mosquitto_ctrl did not make the plugin's file");
        }
    }

    public String url() {
        return (speaksTls ? "ssl" : "tcp") + "://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** What Handrail is told about this broker. */
    public Map<String, Object> properties() {
        return Map.of(
                "handrail.ingest.mqtt.broker", url(),
                "handrail.ingest.mqtt.user", HOUSE,
                "handrail.ingest.mqtt.secret", HOUSE_SECRET,
                "handrail.ingest.rights.kept-by", "dynamic-security",
                "handrail.ingest.rights.user", DOORKEEPER,
                "handrail.ingest.rights.secret", DOORKEEPER_SECRET);
    }

    /** Only the rights at the broker, as Handrail wires them. */
    public ConfigurableApplicationContext wired(String... more) {
        return new SpringApplicationBuilder(RightsConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(Stream.concat(
                                properties().entrySet().stream()
                                        .map(property -> "--" + property.getKey() + "=" + property.getValue()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    static BrokerRights rights(ConfigurableApplicationContext wired) {
        return wired.getBean(BrokerRights.class);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    List<String> log() throws IOException {
        return Files.readAllLines(directory.resolve("mosquitto.log"));
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
