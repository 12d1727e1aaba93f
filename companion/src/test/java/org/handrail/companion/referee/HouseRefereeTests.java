package org.handrail.companion.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evening of four lives through a real broker and database, the lanes and durable timers. */
class HouseRefereeTests {

    @TempDir
    private Path directory;

    @Test
    void aRealHouseDoesWhatEventTimeSaysAndKeepsItsPromises() throws InterruptedException {
        var verdict = HouseReferee.judge(directory.resolve("house"), 1, share -> {});

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.windows()).isPositive();
        assertThat(verdict.nudges()).isPositive();
        assertThat(verdict.prompts()).isPositive();
    }
}
