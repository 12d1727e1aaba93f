package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RefereeCommandTests {

    @TempDir
    private Path directory;

    @Test
    void theJsonIsTheSameByteForByteHoweverManyThreads() throws Exception {
        var one = directory.resolve("one.json");
        var two = directory.resolve("two.json");

        var said = run("--threads", "1", "--json", one.toString());
        run("--threads", "2", "--json", two.toString());

        assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
        assertThat(said).contains("2 wearer-weeks in", "a minute", "Strained stretches found", "Promises broken");
        var json = JsonMapper.builder().build().readTree(one.toFile());
        assertThat(json.get("wearer_weeks").asDouble()).isEqualTo(2);
        for (var field : new String[] {
            "found", "stretches", "stale", "lost", "doubled", "budget_exceeded", "prompts_after_easing"
        }) {
            assertThat(json.get(field).isInt()).as(field).isTrue();
        }
        assertThat(json.get("delay_s").has("median")).isTrue();
        assertThat(json.get("delay_s").has("p95")).isTrue();
        assertThat(json.get("needless_prompts_per_week").isNumber()).isTrue();
        assertThat(json.get("needless_nudges_per_week").isNumber()).isTrue();
        assertThat(json.get("nudges_per_week_by_quarter")).hasSize(4);
        assertThat(json.get("reliability"))
                .isNotEmpty()
                .allSatisfy(bin -> assertThat(bin.size()).isEqualTo(3));
    }

    @Test
    void weeksThatCannotBeAreRefusedInOneLine() {
        var err = new StringWriter();
        int code = Terminal.line()
                .setErr(new PrintWriter(err, true))
                .execute("referee", "--weeks", "0", "--event-time-only");

        assertThat(code).isNotZero();
        assertThat(err.toString().lines()).singleElement().asString().contains("1 to 52 weeks");
    }

    private static String run(String... options) {
        var out = new StringWriter();
        var arguments = new java.util.ArrayList<>(
                java.util.List.of("referee", "--wearers", "2", "--weeks", "1", "--seed", "4", "--event-time-only"));
        arguments.addAll(java.util.List.of(options));
        int code = Terminal.line().setOut(new PrintWriter(out, true)).execute(arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return out.toString();
    }
}
