package org.handrail.companion.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The other end of {@link PartProcess}: reads what it is to be, opens it, and answers commands until its input ends. So it
 * ends with whoever started it, however that ends.
 */
public final class BenchPart {

    /** What can be measured. */
    interface Measured extends AutoCloseable {

        /** Frames committed, or heard, so far. Any thread may ask. */
        long taken();

        String answer(String command, String rest) throws Exception;

        @Override
        void close();
    }

    private static final long TELLS_EVERY_MS = 10;

    private final PrintStream out;

    private BenchPart(PrintStream out) {
        this.out = out;
    }

    public static void run(BufferedReader in, PrintStream out) throws IOException {
        new BenchPart(out).run(in);
    }

    private void run(BufferedReader in) throws IOException {
        var setup = new LinkedHashMap<String, String>();
        String line = in.readLine();
        while (line != null && !line.equals("open")) {
            int equals = line.indexOf('=');
            setup.put(line.substring(0, equals), line.substring(equals + 1));
            line = in.readLine();
        }
        if (line == null) {
            return;
        }
        try (var measured = open(setup)) {
            say("ok");
            tellWhatIsTaken(measured);
            for (line = in.readLine(); line != null; line = in.readLine()) {
                answer(measured, line);
            }
        } catch (RuntimeException fault) {
            say("failed " + sentence(fault));
        }
    }

    private static Measured open(Map<String, String> setup) {
        if (setup.containsKey(HousePart.DIRECTORY)) {
            return HousePart.open(setup);
        }
        return setup.containsKey("database") ? IngestPart.open(setup) : NullListener.open(setup);
    }

    private void answer(Measured measured, String line) {
        try {
            var words = line.split(" ", 2);
            say("ok " + measured.answer(words[0], words.length > 1 ? words[1] : ""));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (Exception fault) {
            say("failed " + sentence(fault));
        }
    }

    private void tellWhatIsTaken(Measured measured) {
        var teller = new Thread(
                () -> {
                    long last = -1;
                    try {
                        while (true) {
                            long now = measured.taken();
                            if (now != last) {
                                say("taken " + now);
                                last = now;
                            }
                            Thread.sleep(TELLS_EVERY_MS);
                        }
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                },
                "bench-teller");
        teller.setDaemon(true);
        teller.start();
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String sentence(Exception fault) {
        var message = fault.getMessage();
        return (message == null ? fault.getClass().getSimpleName() : message)
                .lines()
                .findFirst()
                .orElse("");
    }
}
