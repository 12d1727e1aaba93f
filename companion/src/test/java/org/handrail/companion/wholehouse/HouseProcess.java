package org.handrail.companion.wholehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The house as a process of its own, so that it can be killed. */
final class HouseProcess implements AutoCloseable {

    private final Process process;

    private HouseProcess(Process process) {
        this.process = process;
    }

    /** Returns when its pages answer. */
    static HouseProcess serve(Path data, int brokerPort, int databasePort) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.handrail.companion.command.Terminal",
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--broker-port",
                        String.valueOf(brokerPort),
                        "--database-port",
                        String.valueOf(databasePort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return awaited(process, "Pages:");
    }

    private static HouseProcess awaited(Process process, String sign) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains(sign)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The process ended before it said: " + sign);
        }
        // Read on, or the process would stand still once nobody takes what it writes.
        var reading = new Thread(() -> lines.lines().forEach(read -> {}), "reads-a-process");
        reading.setDaemon(true);
        reading.start();
        return new HouseProcess(process);
    }

    /** Ingest alone; returns when it is ready for frames. */
    static HouseProcess ingest(String name, Map<String, String> environment, String... options) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.handrail.companion.command.Terminal",
                "ingest",
                "--share",
                "readers",
                "--name",
                name));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return awaited(builder.start(), "Connected to");
    }

    /** What its Java says of its heap, in one line. */
    String heap() throws IOException {
        var asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.heap_info")
                .redirectErrorStream(true)
                .start();
        try (var lines = asked.inputReader()) {
            return lines.lines().skip(1).map(String::strip).limit(3).collect(Collectors.joining("; "));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}: nothing in it gets a say. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Asks it to end and waits until it has. */
    @Override
    public void close() {
        end();
    }

    /** @return its exit code */
    int end() {
        process.destroy();
        return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }
}
