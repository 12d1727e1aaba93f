package org.handrail.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyticsBenchTests {

    private static final Duration BLINK = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    /** JMH wants to be alone on a machine; here no figure is believed. */
    @BeforeAll
    static void measureBesideOthers() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void everyFigureIsInTheFile() throws RunnerException {
        var pace = new Pace(0, 1, 2, BLINK);
        var figures = measuring(pace).run(Measuring.all(), name -> {});
        Path file = folder.resolve("bench.json");
        new BenchReport(pace, figures, DetectionMinute.mostStateBytes()).write(file);

        JsonNode json = JsonMapper.builder().build().readTree(file.toFile());
        for (var key : List.of(
                "wearer_minute_us",
                "time_domain_minute_us",
                "welch_window_us",
                "lomb_window_us",
                "eda_minute_us",
                "beat_ns",
                "state_bytes")) {
            assertThat(json.path(key).asDouble(-1)).as(key).isPositive();
        }
        assertThat(json.path("bytes_allocated_per_beat").asDouble(-1)).isNotNegative();
    }

    @Test
    void aBenchmarkRunsInAProcessOfItsOwn() throws RunnerException {
        var beat =
                Measuring.all().stream().filter(name -> name.endsWith(".beat")).toList();
        var figures = measuring(new Pace(1, 1, 2, BLINK)).run(beat, name -> {});

        assertThat(figures).singleElement().satisfies(figure -> {
            assertThat(figure.key()).isEqualTo("beat_ns");
            assertThat(figure.score()).isBetween(0.1, 10_000.0);
        });
    }

    @Test
    void anUnknownOptionGetsASentence() {
        assertThat(complaint(2, "--quik")).startsWith("handrail: Unknown option: '--quik'");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidBeforeAnythingIsMeasured() {
        String file = folder.resolve("missing").resolve("bench.json").toString();

        assertThat(complaint(1, "--json", file))
                .isEqualTo("handrail: Cannot write " + file + "; choose another file." + System.lineSeparator());
    }

    private Measuring measuring(Pace pace) {
        return new Measuring(pace, folder.resolve("jmh.log"));
    }

    private static String complaint(int exitCode, String... arguments) {
        var err = new StringWriter();
        int ended = AnalyticsBench.line().setErr(new PrintWriter(err)).execute(arguments);
        assertThat(ended).isEqualTo(exitCode);
        return err.toString();
    }
}
