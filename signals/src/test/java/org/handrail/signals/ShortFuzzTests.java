package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few seconds of real fuzzing of each decoder, from its seeds on, in a process that has little memory. How many seconds
 * says {@code fuzz.seconds}.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "The fuzzer's native part is tried on Linux only")
class ShortFuzzTests {

    private static final Path SEEDS = Path.of("src/test/resources/org/handrail/signals/DecoderFuzzTestsInputs");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"frames", "dataPoint", "dataPoints", "nudge", "connection"})
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void aShortSearchFindsNothing(String target) throws IOException, InterruptedException {
        var found = Files.createDirectory(directory.resolve("found"));
        var output = directory.resolve("output");
        var fuzzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jazzer.class.getName(),
                        "--target_class=" + DecoderFuzzTests.class.getName(),
                        "--target_method=" + target,
                        "--hooks=true",
                        "--instrumentation_includes=org.handrail.**:tools.jackson.dataformat.**",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_total_time=" + Integer.getInteger("fuzz.seconds", 5),
                        "-max_len=4096",
                        "-rss_limit_mb=0",
                        found.toString(),
                        SEEDS.resolve(target).toAbsolutePath().toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(fuzzer.waitFor()).as(() -> tailOf(output)).isZero();
        assertThat(tailOf(output)).containsPattern("Done [1-9]\\d* runs");
    }

    private static String tailOf(Path output) {
        try {
            var lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
