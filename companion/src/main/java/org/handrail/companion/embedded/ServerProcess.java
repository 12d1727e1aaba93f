package org.handrail.companion.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL server of one data directory, found through its {@code postmaster.pid}, whoever started it.
 *
 * <p>Process ids are used again, so the file alone proves nothing: the process must be a {@code postgres} whose command line names
 * this directory. Anything else is left in peace, and the file that points to it is removed, because PostgreSQL would refuse to start
 * beside whoever bears its old number now.
 */
final class ServerProcess {

    private static final int PATIENCE_SECONDS = 30;

    private final ProcessHandle process;
    private final Path data;

    private ServerProcess(ProcessHandle process, Path data) {
        this.process = process;
        this.data = data;
    }

    static Optional<ServerProcess> of(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long id = Math.abs(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
            Optional<ServerProcess> found = ProcessHandle.of(id)
                    .map(process -> new ServerProcess(process, data))
                    .filter(server -> !server.isGone() && server.serves());
            if (found.isEmpty()) {
                Files.delete(pidFile);
            }
            return found;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // A file cut short by a crash, which PostgreSQL knows how to deal with.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean serves() {
        String command = process.info()
                .commandLine()
                .orElseThrow(
                        () -> new IllegalStateException("Process " + process.pid() + " may be the database server of "
                                + data + " but may not be looked at; please stop it by hand."));
        return command.contains("postgres") && command.contains(data.toString());
    }

    long id() {
        return process.pid();
    }

    /** Fast stop first, as {@code pg_ctl -m fast} does it; a plain terminate would wait for every client to leave. */
    void stop() {
        if (!isGone() && !goneAfter("INT") && !goneAfter("QUIT")) {
            throw new IllegalStateException(
                    "The database server " + process.pid() + " of " + data + " does not stop; please stop it by hand.");
        }
    }

    private boolean goneAfter(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            for (int second = 0; second < PATIENCE_SECONDS && !isGone(); second++) {
                waitASecond();
            }
            return isGone();
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("The database server " + process.pid() + " cannot be asked to stop.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database server was stopping.", e);
        }
    }

    private void waitASecond() throws ExecutionException, InterruptedException {
        try {
            process.onExit().get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Asked again by the caller: a zombie never reports its end.
        }
    }

    /** In a container whose first process is ours nobody buries an orphan; Java calls such a zombie alive. */
    private boolean isGone() {
        if (!process.isAlive()) {
            return true;
        }
        try {
            String state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return state.charAt(state.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return !process.isAlive();
        }
    }
}
