package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeExportTests {

    private static final int RATES = 300_000;
    private static final long MB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void anExportIsReadInAHeapThatHoldsASmallPartOfIt() throws IOException, InterruptedException {
        Path export = folder.resolve("export.xml");
        GrownExport.write(export, RATES);

        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx80m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GrownExport.class.getName(),
                        export.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).startsWith(RATES + " ");
        assertThat(Files.size(export)).isGreaterThan(125 * MB);
        assertThat(Long.parseLong(said.strip().split(" ")[1])).isLessThan(90 * MB);
    }
}
