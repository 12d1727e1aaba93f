package org.handrail.analytics.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures, for people and for machines.
 *
 * @param stateBytes the most that a wearer's encoded state took
 */
record BenchReport(Pace pace, List<Measured> figures, int stateBytes) {

    private static final String BYTES_PER_BEAT = "bytes_allocated_per_beat";
    private static final String STATE_BYTES = "state_bytes";

    /** What a figure should not be above. Shown, not enforced: machines differ. */
    private static final Map<String, Integer> BARS = Map.of(
            "wearer_minute_us",
            60,
            "time_domain_minute_us",
            5,
            "welch_window_us",
            35,
            BYTES_PER_BEAT,
            0,
            STATE_BYTES,
            10_000);

    void print(PrintStream out) {
        out.printf(
                "%nJava %s, %d cores; each figure of %d × %d × %d ms%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Math.max(1, pace.forks()),
                pace.iterations(),
                pace.iteration().toMillis());
        out.printf("%-26s %10s %10s %9s %17s%n", "", "measured", "±", "at most", "bytes allocated");
        for (var figure : figures) {
            row(out, figure.key(), number(figure.score()), number(figure.error()), number(figure.bytes()));
        }
        beat().ifPresent(beat -> row(out, BYTES_PER_BEAT, number(beat.bytes()), "", ""));
        row(out, STATE_BYTES, number(stateBytes), "", "");
    }

    ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        for (var figure : figures) {
            put(root, figure.key(), figure.score());
            put(root, figure.key() + "_error", figure.error());
            put(root, figure.name() + "_bytes", figure.bytes());
        }
        beat().ifPresent(beat -> put(root, BYTES_PER_BEAT, beat.bytes()));
        root.put(STATE_BYTES, stateBytes);
        root.put("java", System.getProperty("java.version"));
        root.put("cores", Runtime.getRuntime().availableProcessors());
        return root;
    }

    void write(Path file) {
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    }

    private Optional<Measured> beat() {
        return figures.stream().filter(figure -> figure.name().equals("beat")).findFirst();
    }

    private static void put(ObjectNode root, String key, double value) {
        if (!Double.isNaN(value)) {
            root.put(key, Math.round(value * 1_000) / 1_000.0);
        }
    }

    private static void row(PrintStream out, String key, String value, String error, String bytes) {
        var bar = BARS.get(key);
        out.printf(
                "%-26s %10s %10s %9s %17s%n",
                key, value, error, bar == null ? "" : String.format(Locale.ROOT, "%,d", bar), bytes);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 1_000 ? "%.2f" : "%,.0f", value);
    }
}
