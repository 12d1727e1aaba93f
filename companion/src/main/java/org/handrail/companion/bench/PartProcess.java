package org.handrail.companion.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The house's side of the bench, in a process of its own: this program again, with the same Java options as the script gives
 * it. It is asked line by line and answers line by line; in between it says how many frames it has taken.
 */
final class PartProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ENDED = "failed The measured process ended; its log says why.";

    private final Process process;
    private final PrintStream say;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private volatile long taken;

    private PartProcess(Process process) {
        this.process = process;
        this.say = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        var listener = new Thread(this::listen, "bench-part");
        listener.setDaemon(true);
        listener.start();
    }

    /** Returns when it has opened. What it has to know goes through its input, where no other user can read it. */
    static PartProcess start(Path directory, Map<String, String> setup) throws IOException, InterruptedException {
        return start(directory, setup, List.of("-Xmx512m", "-XX:+UseSerialGC"));
    }

    /** The same, with these options for Java. */
    static PartProcess start(Path directory, Map<String, String> setup, List<String> javaOptions)
            throws IOException, InterruptedException {
        var log = directory.resolve("part.log");
        var process = new ProcessBuilder(command(log, javaOptions))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var part = new PartProcess(process);
        setup.forEach((name, value) -> part.say.println(name + "=" + value));
        try {
            part.ask("open");
            return part;
        } catch (RuntimeException | InterruptedException fault) {
            part.close();
            throw fault;
        }
    }

    private static List<String> command(Path log, List<String> javaOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        var more = System.getProperty("handrail.bench.java", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.split(" ")));
        }
        var classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && Files.isRegularFile(Path.of(classPath)) && isProgram()) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, "org.handrail.companion.command.Terminal"));
        }
        command.addAll(List.of("bench", "part", "--log", log.toString()));
        return command;
    }

    /** Whether the class path is one jar that holds everything, as the build makes it. */
    private static boolean isProgram() {
        var place = PartProcess.class.getProtectionDomain().getCodeSource().getLocation();
        return place.toString().startsWith("jar:");
    }

    /** The answer to a command, without its first word. Throws what the process says went wrong. */
    String ask(String command) throws InterruptedException {
        return ask(command, () -> {});
    }

    /** The same, doing something ten times a second while it waits. */
    String ask(String command, Runnable meanwhile) throws InterruptedException {
        say.println(command);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = null;
        while (answer == null && System.nanoTime() < deadline) {
            answer = answers.poll(100, TimeUnit.MILLISECONDS);
            meanwhile.run();
        }
        if (answer == null) {
            throw new IllegalStateException("The measured process does not answer.");
        }
        if (answer.startsWith("failed ")) {
            throw new IllegalStateException(answer.substring("failed ".length()));
        }
        return answer.substring("ok".length()).strip();
    }

    /** Frames that it has committed, or heard, so far. */
    long taken() {
        return taken;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("taken ")) {
                    taken = Long.parseLong(line.substring("taken ".length()));
                } else if (line.startsWith("ok") || line.startsWith("failed ")) {
                    // Java itself may say something here, asked to by its options.
                    answers.add(line);
                }
            }
        } catch (IOException gone) {
            // Said below.
        }
        answers.add(ENDED);
    }

    @Override
    public void close() {
        say.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
