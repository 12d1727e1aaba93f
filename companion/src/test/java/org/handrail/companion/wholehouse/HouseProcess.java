package org.handrail.companion.wholehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

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
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("Pages:")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The house did not open");
        }
        return new HouseProcess(process);
    }

    /** As {@code kill -9}: nothing in it gets a say. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Asks it to end and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
